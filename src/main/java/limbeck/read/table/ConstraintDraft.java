package limbeck.read.table;

import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;
import limbeck.text.Location;

/** A constraint as its constructor states it, before names and columns are resolved. */
public sealed interface ConstraintDraft {
  /** Returns what is said about its name. */
  StatedName name();

  /** Returns where it stands. */
  Location at();

  /**
   * {@code PrimaryKeyConstraint}.
   *
   * @param name its name
   * @param columns keys of columns, or columns themselves
   * @param deferral when it is checked
   * @param at where
   */
  record PrimaryKey(StatedName name, List<Value> columns, Deferral deferral, Location at)
      implements ConstraintDraft {}

  /**
   * {@code UniqueConstraint}.
   *
   * @param name its name
   * @param columns keys of columns, or columns themselves
   * @param include payload columns
   * @param nullsNotDistinct whether two NULLs collide
   * @param deferral when it is checked
   * @param at where
   */
  record Unique(
      StatedName name,
      List<Value> columns,
      List<Value> include,
      boolean nullsNotDistinct,
      Deferral deferral,
      Location at)
      implements ConstraintDraft {}

  /**
   * {@code CheckConstraint}.
   *
   * @param name its name
   * @param condition text or an expression
   * @param column the column it was given to, when it was given to one
   * @param validated false for {@code postgresql_not_valid}
   * @param at where
   */
  record Check(
      StatedName name, Value condition, Optional<String> column, boolean validated, Location at)
      implements ConstraintDraft {}

  /**
   * {@code ForeignKey} or {@code ForeignKeyConstraint}.
   *
   * @param name its name
   * @param columns keys of the referring columns, or columns themselves; empty for a ForeignKey
   *     that stands at its column
   * @param targets {@code table.column} texts, or columns themselves
   * @param onDelete action on delete
   * @param onUpdate action on update
   * @param match {@code MATCH FULL} and the like
   * @param deferral when it is checked
   * @param validated false for {@code postgresql_not_valid}
   * @param linkToName whether targets state names of columns instead of keys
   * @param at where
   */
  record ForeignKey(
      StatedName name,
      List<Value> columns,
      List<Value> targets,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Optional<String> match,
      Deferral deferral,
      boolean validated,
      boolean linkToName,
      Location at)
      implements ConstraintDraft {
    /** Returns the same key with other targets. */
    public ForeignKey withTargets(List<Value> changed) {
      return new ForeignKey(
          name, columns, changed, onDelete, onUpdate, match, deferral, validated, linkToName, at);
    }

    /** Returns the same key for one referring column. */
    ForeignKey forColumn(String key) {
      return new ForeignKey(
          name,
          List.of(new Value.Str(key)),
          targets,
          onDelete,
          onUpdate,
          match,
          deferral,
          validated,
          linkToName,
          at);
    }
  }

  /**
   * {@code postgresql.ExcludeConstraint}.
   *
   * @param name its name
   * @param method the index method
   * @param elements expression and operator
   * @param operatorClasses by column key, of {@code ops=}
   * @param where the predicate
   * @param deferral when it is checked
   * @param at where
   */
  record Exclude(
      StatedName name,
      String method,
      List<Element> elements,
      java.util.Map<String, String> operatorClasses,
      Optional<Value> where,
      Deferral deferral,
      Location at)
      implements ConstraintDraft {
    /**
     * One element.
     *
     * @param expression a column key, a column or an expression
     * @param operator such as {@code &&}
     */
    public record Element(Value expression, String operator) {}
  }

  /**
   * The CHECK that a type asks for: the column's value is one of the literals.
   *
   * @param name its name
   * @param column the column's name
   * @param literals the allowed values in SQL
   * @param at where
   */
  record OfType(StatedName name, String column, List<String> literals, Location at)
      implements ConstraintDraft {}
}
