package limbeck.dialect.mysql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.ServerNote;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.SqlType;

/**
 * How MySQL 8.0 and MariaDB 10.11 carry out what Alembic asks for, by their manuals ("Online DDL
 * Operations", "InnoDB Online DDL"); not measured. Each statement commits what stands before it,
 * and waits for the metadata lock, in front of which every later query queues.
 */
public enum AlgorithmFacts {
  ADD_COLUMN("INSTANT", "none", "8.0.12 at the end, 8.0.29 anywhere", "10.3 at the end, 10.4"),
  ADD_AUTO_INCREMENT("INPLACE, table rebuilt", "SHARED", "5.6", "10.0"),
  ADD_STORED_COLUMN("COPY", "SHARED", "5.7", "10.2"),
  DROP_COLUMN("INSTANT", "none", "8.0.29; rebuilt in place before", "10.4"),
  RENAME_COLUMN("INSTANT", "none", "8.0.28; in place before", "10.5"),
  SET_DEFAULT("INSTANT", "none", "8.0", "10.3"),
  SET_COMMENT("INSTANT", "none", "8.0", "10.3"),
  SET_NULLABLE("INPLACE, table rebuilt", "none", "5.6", "10.0"),
  WIDEN_VARCHAR("INPLACE", "none", "5.7, up to 255 bytes or beyond", "10.2"),
  SET_TYPE("COPY", "SHARED", "5.6", "10.0"),
  CREATE_INDEX("INPLACE", "none", "5.6; SHARED for FULLTEXT and SPATIAL", "10.0"),
  DROP_INDEX("INPLACE", "none", "5.6", "10.0"),
  RENAME_INDEX("INPLACE", "none", "5.7", "10.5"),
  ADD_PRIMARY_KEY("INPLACE, table rebuilt", "none", "5.6", "10.0"),
  DROP_PRIMARY_KEY("COPY", "SHARED", "5.6", "10.0"),
  ADD_FOREIGN_KEY("COPY", "SHARED on both", "unless foreign_key_checks=0", "the same"),
  DROP_FOREIGN_KEY("INPLACE", "none", "5.6", "10.0"),
  ADD_CHECK("COPY", "SHARED", "8.0.16", "10.2"),
  DROP_CHECK("INPLACE", "none", "8.0.16", "10.2"),
  RENAME_TABLE("INSTANT", "EXCLUSIVE for a moment", "8.0", "10.3");

  private final String algorithm;
  private final String lock;
  private final String mysql;
  private final String mariadb;

  AlgorithmFacts(String algorithm, String lock, String mysql, String mariadb) {
    this.algorithm = algorithm;
    this.lock = lock;
    this.mysql = mysql;
    this.mariadb = mariadb;
  }

  /** Returns what is known of an operation; nothing of one that touches no rows that are there. */
  public static List<ServerNote> of(Operation operation, DialectName server) {
    return form(operation).map(it -> it.note(server)).stream().toList();
  }

  private ServerNote note(DialectName server) {
    String since = server == DialectName.MARIADB ? "MariaDB " + mariadb : "MySQL " + mysql;
    return new ServerNote(
        "ALGORITHM=" + algorithm + ", lock: " + lock + " (" + since + "); commits at once",
        algorithm.startsWith("COPY"),
        server == DialectName.MARIADB
            ? "MariaDB manual, InnoDB Online DDL Overview"
            : "MySQL manual, Online DDL Operations",
        false);
  }

  private static Optional<AlgorithmFacts> form(Operation operation) {
    return switch (operation) {
      case ColumnOperation.AddColumn add ->
          Optional.of(
              add.column().autoincrement()
                  ? ADD_AUTO_INCREMENT
                  : add.column()
                          .generation()
                          .filter(
                              it ->
                                  it instanceof Generation.Computed(var _, var stored)
                                      && stored.orElse(false))
                          .isPresent()
                      ? ADD_STORED_COLUMN
                      : ADD_COLUMN);
      case ColumnOperation.DropColumn _ -> Optional.of(DROP_COLUMN);
      case ColumnOperation.AlterColumn alter ->
          alter.changes().stream().map(AlgorithmFacts::form).max(Enum::compareTo);
      case ConstraintOperation.AddConstraint add ->
          Optional.of(
              switch (add.constraint()) {
                case Constraint.PrimaryKey _ -> ADD_PRIMARY_KEY;
                case Constraint.Unique _, Constraint.Exclude _ -> CREATE_INDEX;
                case Constraint.ForeignKey _ -> ADD_FOREIGN_KEY;
                case Constraint.Check _ -> ADD_CHECK;
              });
      case ConstraintOperation.DropConstraint drop ->
          drop.kind()
              .map(
                  it ->
                      switch (it) {
                        case PRIMARY_KEY -> DROP_PRIMARY_KEY;
                        case UNIQUE, EXCLUDE -> DROP_INDEX;
                        case FOREIGN_KEY -> DROP_FOREIGN_KEY;
                        case CHECK -> DROP_CHECK;
                      });
      case ConstraintOperation.RenameConstraint _, ConstraintOperation.ValidateConstraint _ ->
          Optional.empty();
      case IndexOperation.CreateIndex _ -> Optional.of(CREATE_INDEX);
      case IndexOperation.DropIndex _ -> Optional.of(DROP_INDEX);
      case IndexOperation.RenameIndex _ -> Optional.of(RENAME_INDEX);
      case TableOperation.RenameTable _ -> Optional.of(RENAME_TABLE);
      case TableOperation.CreateTable _,
          TableOperation.DropTable _,
          TableOperation.SetTableComment _,
          TableOperation.OrderColumns _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          Optional.empty();
    };
  }

  private static AlgorithmFacts form(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType(var from, var to, var _) ->
          from.filter(it -> widens(it, to)).isPresent() ? WIDEN_VARCHAR : SET_TYPE;
      case ColumnChange.SetNullable _ -> SET_NULLABLE;
      case ColumnChange.SetDefault _ -> SET_DEFAULT;
      case ColumnChange.SetComment _ -> SET_COMMENT;
      case ColumnChange.Rename _ -> RENAME_COLUMN;
      case ColumnChange.SetGeneration _, ColumnChange.SetAutoincrement _ -> SET_TYPE;
    };
  }

  /** The length byte becomes two beyond 255 bytes; four bytes a character is the usual charset. */
  private static boolean widens(SqlType from, SqlType to) {
    int most = 255 / 4;
    return from instanceof SqlType.Varchar(var old, var _)
        && to instanceof SqlType.Varchar(var wide, var _)
        && old.isPresent()
        && wide.isPresent()
        && wide.get() >= old.get()
        && (wide.get() <= most) == (old.get() <= most);
  }
}
