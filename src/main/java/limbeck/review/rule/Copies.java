package limbeck.review.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.DataOperation.ExecuteSql;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.sql.BatchedBlock;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/**
 * Finds out what a revision has copied into another table before it drops it: {@code INSERT …
 * SELECT} and {@code CREATE TABLE … AS} of a whole table, not of some of its rows.
 */
final class Copies {
  /**
   * A copy of what is dropped.
   *
   * @param table where it lies after the revision
   * @param restored whether the downgrade writes the table from it
   */
  record Copy(TableName table, boolean restored) {
    /** Returns what becomes of the values, as a sentence. */
    String whereabouts() {
      return restored
          ? "The downgrade brings back what was copied to " + table + ", and nothing newer."
          : "What was copied to "
              + table
              + " is still there, but the downgrade does not bring it"
              + " back.";
    }
  }

  private Copies() {}

  /** Returns where the values of a column lie, beside what tells their rows apart. */
  static Optional<Copy> ofColumn(
      RevisionFacts facts, StepFacts drop, TableName table, ColumnName column) {
    Set<ColumnName> wanted = new HashSet<>(Set.of(column));
    drop.before().table(table).flatMap(Table::primaryKey).ifPresent(it -> wanted.addAll(key(it)));
    return find(facts, drop, table, wanted, Optional.of(column));
  }

  /** Returns where the rows of a table lie. */
  static Optional<Copy> ofTable(RevisionFacts facts, StepFacts drop, TableName table) {
    Optional<Table> known = drop.before().table(table);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    // What the database computes from the others need not be copied.
    Set<ColumnName> wanted = new HashSet<>();
    known.get().columns().stream()
        .filter(it -> it.generation().filter(Generation.Computed.class::isInstance).isEmpty())
        .map(Column::name)
        .forEach(wanted::add);
    return find(facts, drop, table, wanted, Optional.empty());
  }

  private static List<ColumnName> key(Constraint.PrimaryKey key) {
    return key.columns();
  }

  @SuppressWarnings("ReferenceEquality") // comparing by value would compare whole schemas
  private static Optional<Copy> find(
      RevisionFacts facts,
      StepFacts drop,
      TableName table,
      Set<ColumnName> wanted,
      Optional<ColumnName> notNull) {
    Optional<Copy> result = Optional.empty();
    for (StepReview step : facts.steps()) {
      for (StepFacts part : step.parts()) {
        if (part == drop) {
          return result;
        }
        if (part.operation() instanceof ExecuteSql sql
            && sql.reads().equals(Set.of(table))
            && sql.writes().size() == 1
            && !sql.writes().contains(table)
            && facts.after().tables().containsKey(sql.writes().first())
            && query(sql, notNull, drop.before().table(table)).shows(wanted)) {
          TableName copy = sql.writes().first();
          result = Optional.of(new Copy(copy, restores(facts, copy, table)));
        }
      }
    }
    return result;
  }

  /** The statement itself, or the one that a block repeats for one batch after the other. */
  private static Query query(ExecuteSql sql, Optional<ColumnName> notNull, Optional<Table> table) {
    String text = sql.statement().text();
    return BatchedBlock.of(text)
        .flatMap(it -> it.statement("insert"))
        .map(it -> new Query(it, notNull, table))
        .orElseGet(() -> new Query(SqlLexer.tokens(text), notNull, Optional.empty()));
  }

  private static boolean restores(RevisionFacts facts, TableName copy, TableName table) {
    return facts.downgrade().stream()
        .anyMatch(
            it ->
                it.operation() instanceof ExecuteSql sql
                    && sql.reads().contains(copy)
                    && sql.writes().contains(table));
  }

  /** The query of an INSERT over one table, as far as it plainly shows columns of all rows. */
  private static final class Query {
    private final List<SqlToken> tokens;
    private final Optional<ColumnName> notNull;
    private final Optional<Table> batched;
    private int at;

    /**
     * Begins before the query.
     *
     * @param notNull a column whose rows without a value need not be shown
     * @param batched the table that is read batch by batch; empty when all rows are read at once
     */
    Query(List<SqlToken> tokens, Optional<ColumnName> notNull, Optional<Table> batched) {
      this.tokens = tokens;
      this.notNull = notNull;
      this.batched = batched;
    }

    /** Returns whether all these columns are among those shown. */
    boolean shows(Set<ColumnName> wanted) {
      if (!is(0, "insert")) {
        return false;
      }
      while (at < tokens.size() && !is(0, "select") && !is(0, "table")) {
        at++;
      }
      if (is(0, "table")) {
        // TABLE name: all of it.
        at++;
        return skippedName() && isAtEnd();
      }
      at++;
      Set<ColumnName> shown = new HashSet<>();
      boolean all = false;
      do {
        all |= item(shown);
      } while (accept(","));
      return accept("from") && source() && isWhole() && (all || shown.containsAll(wanted));
    }

    private boolean is(int ahead, String word) {
      return at + ahead < tokens.size() && tokens.get(at + ahead).is(word);
    }

    private boolean accept(String word) {
      boolean found = is(0, word);
      if (found) {
        at++;
      }
      return found;
    }

    private boolean isName() {
      return at < tokens.size() && tokens.get(at).isName();
    }

    private boolean isAtEnd() {
      return at >= tokens.size() || (is(0, ";") && at == tokens.size() - 1);
    }

    /** Takes one item; returns whether it is all columns. What is more than a column shows none. */
    private boolean item(Set<ColumnName> shown) {
      int start = at;
      while (at < tokens.size() && !is(0, ",") && !is(0, "from")) {
        at = is(0, "(") ? closing() : at + 1;
      }
      int end = at;
      int first = end - start > 2 && tokens.get(start + 1).is(".") ? start + 2 : start;
      if (first < end && tokens.get(first).is("*")) {
        return end == first + 1;
      }
      boolean plain =
          first < end
              && tokens.get(first).isName()
              && (end == first + 1
                  || tokens.get(first + 1).is("::")
                  || tokens.get(first + 1).is("as"));
      if (plain) {
        shown.add(new ColumnName(tokens.get(first).name()));
      } else if (end - start > 3
          && tokens.get(start).is("cast")
          && tokens.get(start + 3).is("as")) {
        shown.add(new ColumnName(tokens.get(start + 2).name()));
      }
      return false;
    }

    private int closing() {
      int depth = 0;
      for (int i = at; i < tokens.size(); i++) {
        depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
        if (depth == 0) {
          return i + 1;
        }
      }
      return tokens.size();
    }

    private boolean source() {
      accept("only");
      if (!skippedName()) {
        return false;
      }
      boolean alias = accept("as");
      if (alias || (isName() && !is(0, "where") && !is(0, "order"))) {
        at++;
      }
      return true;
    }

    private boolean skippedName() {
      boolean found = isName();
      at++;
      while (accept(".")) {
        at++;
      }
      return found;
    }

    /** The rows between two keys, perhaps but those that hold no value of the column. */
    private boolean isBatch(Table table) {
      List<ColumnName> key = table.primaryKey().map(Copies::key).orElse(List.of());
      while (at < tokens.size() && !is(0, "for") && !is(0, "on") && !is(0, ";")) {
        // What is no column is a word of the condition, or a variable of the block.
        boolean other =
            isName()
                && table.column(new ColumnName(tokens.get(at).name())).isPresent()
                && !key.contains(new ColumnName(tokens.get(at).name()));
        if (other && !isNotNull()) {
          return false;
        }
        at++;
      }
      return !key.isEmpty();
    }

    private boolean isNotNull() {
      boolean found =
          notNull.filter(it -> it.text().equals(tokens.get(at).name())).isPresent()
              && is(1, "is")
              && is(2, "not")
              && is(3, "null");
      at += found ? 3 : 0;
      return found;
    }

    /** All rows, perhaps but those that hold no value of the column, in some order. */
    private boolean isWhole() {
      if (batched.isPresent() && accept("where")) {
        return isBatch(batched.get());
      }
      if (accept("where")) {
        at += is(1, ".") ? 2 : 0;
        boolean ofColumn =
            isName() && notNull.filter(it -> it.text().equals(tokens.get(at).name())).isPresent();
        at++;
        if (!ofColumn || !accept("is") || !accept("not") || !accept("null")) {
          return false;
        }
      }
      if (accept("order")) {
        while (at < tokens.size() && !is(0, "limit") && !is(0, "offset") && !is(0, "fetch")) {
          at++;
        }
      }
      return isAtEnd();
    }
  }
}
