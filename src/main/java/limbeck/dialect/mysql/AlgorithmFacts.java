package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.ServerNote;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/**
 * How MySQL and MariaDB carry out what Alembic asks for. Each statement commits what stands before
 * it, and waits for the metadata lock, in front of which every later query queues.
 *
 * <p>MariaDB is measured: {@code AlgorithmFactsTest} finds the cheapest {@code ALGORITHM} and
 * {@code LOCK} that version 10.11 accepts. What is said of MySQL is from its manual ("Online DDL
 * Operations") and not measured.
 */
public enum AlgorithmFacts {
  ADD_COLUMN(
      mysql(Algorithm.INSTANT, "none", "8.0.12 at the end, 8.0.29 anywhere"),
      mariadb(Algorithm.INSTANT, "none")),
  /** The default is an expression that has another value for each row. */
  ADD_COLUMN_WITH_EXPRESSION(
      mysql(Algorithm.COPY, "SHARED", "8.0.13"), mariadb(Algorithm.COPY, "SHARED")),
  ADD_AUTO_INCREMENT(
      mysql(Algorithm.REBUILD, "SHARED", "5.6"), mariadb(Algorithm.REBUILD, "SHARED")),
  ADD_STORED_COLUMN(mysql(Algorithm.COPY, "SHARED", "5.7"), mariadb(Algorithm.COPY, "SHARED")),
  DROP_COLUMN(
      mysql(Algorithm.INSTANT, "none", "8.0.29; rebuilt in place before"),
      mariadb(Algorithm.INSTANT, "none")),
  /** An index over this column alone goes with it. */
  DROP_INDEXED_COLUMN(mysql(Algorithm.REBUILD, "none", "5.6"), mariadb(Algorithm.NOCOPY, "none")),
  /** An index over other columns, too, is built anew without it. */
  DROP_COLUMN_OF_INDEX(mysql(Algorithm.REBUILD, "none", "5.6"), mariadb(Algorithm.REBUILD, "none")),
  RENAME_COLUMN(
      mysql(Algorithm.INSTANT, "none", "8.0.28; in place before"),
      mariadb(Algorithm.INSTANT, "none")),
  SET_DEFAULT(mysql(Algorithm.INSTANT, "none", "8.0"), mariadb(Algorithm.INSTANT, "none")),
  SET_COMMENT(mysql(Algorithm.INSTANT, "none", "8.0"), mariadb(Algorithm.INSTANT, "none")),
  SET_NULLABLE(mysql(Algorithm.REBUILD, "none", "5.6"), mariadb(Algorithm.REBUILD, "none")),
  WIDEN_VARCHAR(mysql(Algorithm.INPLACE, "none", "5.7"), mariadb(Algorithm.INSTANT, "none")),
  /** From up to 255 bytes to more: MySQL's length byte becomes two. */
  WIDEN_VARCHAR_BEYOND(mysql(Algorithm.COPY, "SHARED", "5.7"), mariadb(Algorithm.INSTANT, "none")),
  ADD_LAST_ENUM_LABEL(mysql(Algorithm.INSTANT, "none", "8.0"), mariadb(Algorithm.INSTANT, "none")),
  SET_TYPE(mysql(Algorithm.COPY, "SHARED", "5.6"), mariadb(Algorithm.COPY, "SHARED")),
  CREATE_INDEX(
      mysql(Algorithm.INPLACE, "none", "5.6; SHARED for FULLTEXT and SPATIAL"),
      mariadb(Algorithm.NOCOPY, "none")),
  DROP_INDEX(mysql(Algorithm.INPLACE, "none", "5.6"), mariadb(Algorithm.NOCOPY, "none")),
  RENAME_INDEX(mysql(Algorithm.INPLACE, "none", "5.7"), mariadb(Algorithm.INSTANT, "none")),
  ADD_PRIMARY_KEY(mysql(Algorithm.REBUILD, "none", "5.6"), mariadb(Algorithm.REBUILD, "none")),
  DROP_PRIMARY_KEY(mysql(Algorithm.COPY, "SHARED", "5.6"), mariadb(Algorithm.REBUILD, "none")),
  ADD_FOREIGN_KEY(
      mysql(Algorithm.COPY, "SHARED on both", "unless foreign_key_checks=0"),
      mariadb(Algorithm.COPY, "SHARED")),
  DROP_FOREIGN_KEY(mysql(Algorithm.INPLACE, "none", "5.6"), mariadb(Algorithm.INSTANT, "none")),
  ADD_CHECK(mysql(Algorithm.COPY, "SHARED", "8.0.16"), mariadb(Algorithm.COPY, "SHARED")),
  DROP_CHECK(mysql(Algorithm.INPLACE, "none", "8.0.16"), mariadb(Algorithm.INSTANT, "none")),
  RENAME_TABLE(
      mysql(Algorithm.INSTANT, "EXCLUSIVE for a moment", "8.0"),
      mariadb(Algorithm.INSTANT, "EXCLUSIVE"));

  /** The cheapest first. */
  enum Algorithm {
    INSTANT("INSTANT"),
    /** MariaDB's word for changing indexes without touching the rows. */
    NOCOPY("NOCOPY"),
    INPLACE("INPLACE"),
    REBUILD("INPLACE, table rebuilt"),
    COPY("COPY");

    private final String words;

    Algorithm(String words) {
      this.words = words;
    }
  }

  /**
   * How one server does it.
   *
   * @param algorithm the cheapest it can
   * @param lock the weakest lock it can do it under
   * @param since from which version on
   */
  record Fact(Algorithm algorithm, String lock, String since) {}

  private static final Set<String> SAME_FOR_ALL_ROWS =
      Set.of("now()", "current_timestamp", "current_timestamp()", "localtimestamp");

  private final Fact mysql;
  private final Fact mariadb;

  AlgorithmFacts(Fact mysql, Fact mariadb) {
    this.mysql = mysql;
    this.mariadb = mariadb;
  }

  private static Fact mysql(Algorithm algorithm, String lock, String since) {
    return new Fact(algorithm, lock, "MySQL " + since);
  }

  private static Fact mariadb(Algorithm algorithm, String lock) {
    return new Fact(algorithm, lock, "MariaDB 10.11");
  }

  /**
   * Returns what is known of an operation; nothing of one that touches no rows that are there.
   *
   * @param before the schema it meets
   */
  public static List<ServerNote> of(Operation operation, Schema before, DialectName server) {
    return fact(operation, before, server).map(it -> note(it, server)).stream().toList();
  }

  /** Returns how a server carries an operation out. */
  static Optional<Fact> fact(Operation operation, Schema before, DialectName server) {
    return forms(operation, before).stream()
        .map(it -> server == DialectName.MARIADB ? it.mariadb : it.mysql)
        .max(Comparator.comparing(Fact::algorithm));
  }

  private static ServerNote note(Fact fact, DialectName server) {
    return new ServerNote(
        "ALGORITHM="
            + fact.algorithm.words
            + ", lock: "
            + fact.lock
            + " ("
            + fact.since
            + "); commits at once",
        fact.algorithm == Algorithm.COPY,
        server == DialectName.MARIADB
            ? "MariaDB 10.11, by the ALGORITHM and LOCK it accepts"
            : "MySQL manual, Online DDL Operations",
        server == DialectName.MARIADB);
  }

  /** What a statement does, all of it at once. */
  private static List<AlgorithmFacts> forms(Operation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AddColumn add -> List.of(added(add.column()));
      case ColumnOperation.DropColumn drop ->
          List.of(dropped(before.table(drop.table()), drop.column()));
      case ColumnOperation.AlterColumn alter ->
          alter.changes().stream().map(AlgorithmFacts::form).toList();
      case ConstraintOperation.AddConstraint add ->
          List.of(
              switch (add.constraint()) {
                case Constraint.PrimaryKey _ -> ADD_PRIMARY_KEY;
                case Constraint.Unique _, Constraint.Exclude _ -> CREATE_INDEX;
                case Constraint.ForeignKey _ -> ADD_FOREIGN_KEY;
                case Constraint.Check _ -> ADD_CHECK;
              });
      case ConstraintOperation.DropConstraint drop ->
          drop
              .kind()
              .map(
                  it ->
                      switch (it) {
                        case PRIMARY_KEY -> DROP_PRIMARY_KEY;
                        case UNIQUE, EXCLUDE -> DROP_INDEX;
                        case FOREIGN_KEY -> DROP_FOREIGN_KEY;
                        case CHECK -> DROP_CHECK;
                      })
              .stream()
              .toList();
      case ConstraintOperation.RenameConstraint _,
          ConstraintOperation.ValidateConstraint _,
          ConstraintOperation.SetDeferral _ ->
          List.of();
      case IndexOperation.CreateIndex _ -> List.of(CREATE_INDEX);
      case IndexOperation.DropIndex _ -> List.of(DROP_INDEX);
      case IndexOperation.RenameIndex _ -> List.of(RENAME_INDEX);
      case TableOperation.RenameTable _ -> List.of(RENAME_TABLE);
      case TypeOperation.AddEnumLabel add ->
          List.of(isLast(add, before) ? ADD_LAST_ENUM_LABEL : SET_TYPE);
      case TypeOperation.RenameEnumLabel _ -> List.of(SET_TYPE);
      case TableOperation.CreateTable _,
          TableOperation.DropTable _,
          TableOperation.SetTableComment _,
          TableOperation.OrderColumns _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          TypeOperation.CreateEnum _,
          TypeOperation.DropEnum _,
          TypeOperation.RenameType _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          List.of();
    };
  }

  private static AlgorithmFacts added(Column column) {
    if (column.autoincrement()) {
      return ADD_AUTO_INCREMENT;
    }
    boolean stored =
        column
            .generation()
            .filter(it -> it instanceof Generation.Computed(var _, var kept) && kept.orElse(false))
            .isPresent();
    if (stored) {
      return ADD_STORED_COLUMN;
    }
    boolean varies =
        column
            .serverDefault()
            .filter(
                it ->
                    it instanceof Default.Expression(SqlText text)
                        && !SAME_FOR_ALL_ROWS.contains(
                            text.text().strip().toLowerCase(Locale.ROOT)))
            .isPresent();
    return varies ? ADD_COLUMN_WITH_EXPRESSION : ADD_COLUMN;
  }

  private static AlgorithmFacts dropped(Optional<Table> table, ColumnName column) {
    List<Integer> sizes = new ArrayList<>();
    for (Table it : table.stream().toList()) {
      it.indexes().stream()
          .filter(index -> Dependents.uses(index, column))
          .forEach(index -> sizes.add(index.elements().size()));
      for (Constraint constraint : it.constraints()) {
        if (Dependents.uses(constraint, column)) {
          switch (constraint) {
            case Constraint.Unique unique -> sizes.add(unique.columns().size());
            case Constraint.PrimaryKey key -> sizes.add(key.columns().size());
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> {}
          }
        }
      }
    }
    if (sizes.isEmpty()) {
      return DROP_COLUMN;
    }
    return sizes.stream().allMatch(it -> it == 1) ? DROP_INDEXED_COLUMN : DROP_COLUMN_OF_INDEX;
  }

  private static boolean isLast(TypeOperation.AddEnumLabel add, Schema before) {
    Optional<String> last =
        before
            .enumType(add.type())
            .filter(it -> !it.labels().isEmpty())
            .map(it -> it.labels().getLast());
    return add.before().isEmpty() && (add.after().isEmpty() || add.after().equals(last));
  }

  private static AlgorithmFacts form(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType(var from, var to, var _) ->
          from.flatMap(it -> widened(it, to)).orElse(SET_TYPE);
      case ColumnChange.SetNullable _ -> SET_NULLABLE;
      case ColumnChange.SetDefault _ -> SET_DEFAULT;
      case ColumnChange.SetComment _ -> SET_COMMENT;
      case ColumnChange.Rename _ -> RENAME_COLUMN;
      case ColumnChange.SetGeneration _, ColumnChange.SetAutoincrement _ -> SET_TYPE;
    };
  }

  /** Four bytes a character is the usual character set. */
  private static Optional<AlgorithmFacts> widened(SqlType from, SqlType to) {
    int most = 255 / 4;
    boolean widens =
        from instanceof SqlType.Varchar(var old, var same)
            && to instanceof SqlType.Varchar(var wide, var collation)
            && old.isPresent()
            && wide.isPresent()
            && wide.get() >= old.get()
            && same.equals(collation);
    if (!widens) {
      return Optional.empty();
    }
    boolean crosses = length(from) <= most && length(to) > most;
    return Optional.of(crosses ? WIDEN_VARCHAR_BEYOND : WIDEN_VARCHAR);
  }

  private static int length(SqlType type) {
    return type instanceof SqlType.Varchar(var length, var _) ? length.orElse(0) : 0;
  }
}
