package limbeck.dialect.standard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;
import limbeck.schema.TableName;

/** Constraints as written in {@code CREATE TABLE} and after {@code ADD}. */
public class ConstraintClauses {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** Writes constraints with the fragments of a database. */
  public ConstraintClauses(Spelling spelling) {
    this.spelling = spelling;
  }

  /**
   * Returns the constraint with its name, if it has one.
   *
   * @param owner the table it is on
   */
  public final String clause(Constraint constraint, TableName owner) {
    return constraint
            .name()
            .map(it -> "CONSTRAINT " + spelling.quoting().quote(it.text()) + " ")
            .orElse("")
        + body(constraint, owner);
  }

  private String body(Constraint constraint, TableName owner) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          "PRIMARY KEY (" + columns(key.columns()) + ")" + deferral(key.deferral());
      case Constraint.Unique unique -> unique(unique) + deferral(unique.deferral());
      case Constraint.ForeignKey key -> foreignKey(key, owner);
      case Constraint.Check check -> check(check);
      case Constraint.Exclude exclude -> exclude(exclude);
    };
  }

  /** Returns {@code UNIQUE (…)}; what only one database knows is left out, as SQLAlchemy does. */
  protected String unique(Constraint.Unique unique) {
    return "UNIQUE (" + columns(unique.columns()) + ")";
  }

  /** Returns {@code CHECK (…)}. */
  protected String check(Constraint.Check check) {
    return "CHECK (" + check.condition() + ")";
  }

  /** Returns {@code FOREIGN KEY(…) REFERENCES …} with its actions. */
  protected String foreignKey(Constraint.ForeignKey key, TableName owner) {
    return "FOREIGN KEY("
        + columns(key.columns())
        + ") REFERENCES "
        + target(key.target(), owner)
        + " ("
        + columns(key.targetColumns())
        + ")"
        + match(key.match())
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate())
        + deferral(key.deferral());
  }

  /** Returns {@code EXCLUDE …}, which standard SQL does not have. */
  protected String exclude(Constraint.Exclude exclude) {
    throw new CannotSpell("exclusion constraints exist in PostgreSQL only");
  }

  /** Returns the table a foreign key refers to. */
  protected String target(TableName target, TableName owner) {
    return spelling.quoting().table(target);
  }

  /** Returns the {@code MATCH} clause with a blank before it, or nothing. */
  protected String match(Optional<String> match) {
    return match.map(it -> " MATCH " + it).orElse("");
  }

  /** Returns columns in quotes where needed, separated by comma and blank. */
  protected final String columns(List<ColumnName> columns) {
    return columns.stream().map(spelling.quoting()::column).collect(Collectors.joining(", "));
  }

  private static String action(String words, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
  }

  /** Returns when it is checked, with a blank before it, or nothing for the default. */
  public static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case DEFERRABLE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
