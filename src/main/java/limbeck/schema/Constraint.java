package limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule the database holds over a table's rows.
 *
 * <p>The name is absent when the source gives none: a naming convention of the project has then
 * been applied already by the reader, and what remains unnamed is named by the database itself (see
 * the dialect's default names).
 */
public sealed interface Constraint {
  /** Returns its name, if the source states one. */
  Optional<ConstraintName> name();

  /** Returns the same constraint under another name, or none. */
  Constraint withName(Optional<ConstraintName> other);

  /** Returns the expressions it is over, and its condition. */
  default Stream<SqlText> expressions() {
    return switch (this) {
      case PrimaryKey _, Unique _, ForeignKey _ -> Stream.of();
      case Check it -> Stream.of(it.condition());
      case Exclude it ->
          Stream.concat(
              it.where().stream(),
              it.elements().stream()
                  .map(element -> element.expression().target())
                  .flatMap(
                      target ->
                          target instanceof IndexElement.Target.OfExpression(SqlText sql)
                              ? Stream.of(sql)
                              : Stream.of()));
    };
  }

  /**
   * {@code PRIMARY KEY}.
   *
   * @param name its name
   * @param columns in key order
   * @param deferral when it is checked
   */
  record PrimaryKey(Optional<ConstraintName> name, List<ColumnName> columns, Deferral deferral)
      implements Constraint {
    /** Copies the columns. */
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey withName(Optional<ConstraintName> other) {
      return new PrimaryKey(other, columns, deferral);
    }
  }

  /**
   * {@code UNIQUE}.
   *
   * @param name its name
   * @param columns in order
   * @param include payload columns of its index
   * @param nullsNotDistinct whether two NULLs collide
   * @param deferral when it is checked
   */
  record Unique(
      Optional<ConstraintName> name,
      List<ColumnName> columns,
      List<ColumnName> include,
      boolean nullsNotDistinct,
      Deferral deferral)
      implements Constraint {
    /** Copies the columns. */
    public Unique {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
    }

    @Override
    public Unique withName(Optional<ConstraintName> other) {
      return new Unique(other, columns, include, nullsNotDistinct, deferral);
    }
  }

  /**
   * {@code FOREIGN KEY}.
   *
   * @param name its name
   * @param columns the referring columns
   * @param target the referenced table
   * @param targetColumns the referenced columns, in the order of {@code columns}
   * @param onDelete action on delete
   * @param onUpdate action on update
   * @param match {@code FULL} or {@code PARTIAL}; empty is SIMPLE
   * @param deferral when it is checked
   * @param validated false for {@code NOT VALID}: rows from before are not known to satisfy it
   */
  record ForeignKey(
      Optional<ConstraintName> name,
      List<ColumnName> columns,
      TableName target,
      List<ColumnName> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Optional<String> match,
      Deferral deferral,
      boolean validated)
      implements Constraint {
    /** Copies the columns. */
    public ForeignKey {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
    }

    @Override
    public ForeignKey withName(Optional<ConstraintName> other) {
      return new ForeignKey(
          other, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    /** Returns the same key, checked at another time. */
    public ForeignKey withDeferral(Deferral other) {
      return new ForeignKey(
          name, columns, target, targetColumns, onDelete, onUpdate, match, other, validated);
    }

    /** Returns the same key, validated or not. */
    public ForeignKey withValidated(boolean other) {
      return new ForeignKey(
          name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, other);
    }
  }

  /**
   * {@code CHECK}.
   *
   * @param name its name
   * @param condition the SQL inside the parentheses
   * @param validated false for {@code NOT VALID}
   */
  record Check(Optional<ConstraintName> name, SqlText condition, boolean validated)
      implements Constraint {
    @Override
    public Check withName(Optional<ConstraintName> other) {
      return new Check(other, condition, validated);
    }

    /** Returns the same check, validated or not. */
    public Check withValidated(boolean other) {
      return new Check(name, condition, other);
    }
  }

  /**
   * {@code EXCLUDE}, PostgreSQL only.
   *
   * @param name its name
   * @param method the index method, such as {@code gist}
   * @param elements what is compared, and with which operator
   * @param where the predicate of its partial index
   * @param deferral when it is checked
   */
  record Exclude(
      Optional<ConstraintName> name,
      String method,
      List<ExcludeElement> elements,
      Optional<SqlText> where,
      Deferral deferral)
      implements Constraint {
    /** Copies the elements. */
    public Exclude {
      elements = List.copyOf(elements);
    }

    @Override
    public Exclude withName(Optional<ConstraintName> other) {
      return new Exclude(other, method, elements, where, deferral);
    }
  }

  /**
   * One element of an exclusion constraint.
   *
   * @param expression a column or an expression
   * @param operator that must not hold between two rows for all elements
   */
  record ExcludeElement(IndexElement expression, String operator) {}
}
