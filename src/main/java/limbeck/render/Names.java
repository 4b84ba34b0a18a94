package limbeck.render;

import java.util.Optional;
import java.util.SortedMap;
import limbeck.operation.ConstraintOperation;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.TableName;

/**
 * Names of constraints and indexes. A final name of a project with a naming convention is marked
 * with {@code op.f}, or the convention would be applied to it once more when the script runs.
 */
final class Names {
  private final SortedMap<String, String> convention;

  Names(SortedMap<String, String> convention) {
    this.convention = convention;
  }

  /** Returns the key of a constraint's kind in SQLAlchemy's naming conventions. */
  static String key(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> "pk";
      case Constraint.ForeignKey _ -> "fk";
      case Constraint.Unique _ -> "uq";
      case Constraint.Check _ -> "ck";
      case Constraint.Exclude _ -> "ex";
    };
  }

  /** Returns the key of a kind of constraint. */
  static String key(ConstraintOperation.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "pk";
      case FOREIGN_KEY -> "fk";
      case UNIQUE -> "uq";
      case CHECK -> "ck";
      case EXCLUDE -> "ex";
    };
  }

  /** Returns a constraint's name, or {@code None}. */
  Code constraint(String key, Optional<ConstraintName> name) {
    return name.map(it -> marked(convention.containsKey(key), it.text()))
        .orElseGet(() -> Code.atom("None"));
  }

  Code index(TableName table, Index index) {
    return index
        .name()
        .map(it -> marked(isConventional(table, index, it), it.text()))
        .orElseGet(() -> Code.atom("None"));
  }

  /** Returns the name of an index that is only known by its name. */
  Code index(Optional<TableName> table, IndexName name) {
    boolean byDefault =
        table.isPresent() && name.text().startsWith("ix_" + table.get().name() + "_");
    return marked(convention.containsKey("ix") || byDefault, name.text());
  }

  /** SQLAlchemy names {@code index=True} by a convention even where the project states none. */
  private boolean isConventional(TableName table, Index index, IndexName name) {
    Optional<String> column =
        index.elements().stream().findFirst().flatMap(it -> it.column()).map(it -> it.text());
    return convention.containsKey("ix")
        || column.map(it -> name.text().equals("ix_" + label(table) + "_" + it)).orElse(false);
  }

  private static String label(TableName table) {
    return table.schema().map(it -> it + "_").orElse("") + table.name();
  }

  private static Code marked(boolean mark, String name) {
    return mark ? Code.call("op.f", Code.string(name)) : Code.string(name);
  }
}
