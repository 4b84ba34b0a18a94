package limbeck.review.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/**
 * A query for nothing but the least or the greatest value of a column: an index has it at its end.
 *
 * @param column which one
 * @param table as it is written, without its quotes
 */
record Extreme(ColumnName column, String table) {
  private static final Pattern QUERY =
      Pattern.compile(
          "(?is)\\s*SELECT\\s+(?!.*\\bSELECT\\b).*?\\b(?:max|min)\\s*\\(\\s*\"?(\\w+)\"?\\s*\\)"
              + "(?!.*\\b(?:max|min|count|sum|avg)\\s*\\().*?\\bFROM\\s+([\\w.\"]+)\\s*;?\\s*");

  /** Reads a statement; empty when it asks for anything else. */
  static Optional<Extreme> in(String statement) {
    Matcher matcher = QUERY.matcher(statement);
    return matcher.matches()
        ? Optional.of(
            new Extreme(new ColumnName(matcher.group(1)), matcher.group(2).replace("\"", "")))
        : Optional.empty();
  }

  /** Returns whether an index begins with the column, or a key does. */
  boolean isIndexed(Schema schema) {
    return schema.tables().values().stream()
        .filter(it -> it.name().toString().equals(table))
        .anyMatch(this::isIndexed);
  }

  private boolean isIndexed(Table holder) {
    boolean indexed =
        holder.indexes().stream()
            .filter(it -> it.where().isEmpty())
            .anyMatch(it -> it.elements().getFirst().column().equals(Optional.of(column)));
    return indexed
        || holder.constraints().stream()
            .flatMap(
                it ->
                    switch (it) {
                      case Constraint.PrimaryKey key -> Stream.of(key.columns().getFirst());
                      case Constraint.Unique key -> Stream.of(key.columns().getFirst());
                      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                          Stream.<ColumnName>empty();
                    })
            .anyMatch(column::equals);
  }
}
