package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.Generation;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;

/** Column definitions of CREATE TABLE and ADD COLUMN. */
final class ColumnClauses {
  /** The words that end a default expression. */
  static final List<String> STOPS =
      List.of(
          "not",
          "null",
          "default",
          "primary",
          "unique",
          "references",
          "check",
          "constraint",
          "generated",
          "collate",
          "comment",
          "on",
          "auto_increment",
          "after",
          "first");

  private ColumnClauses() {}

  /**
   * A column and the constraints stated with it.
   *
   * @param column the column
   * @param constraints in order
   */
  record Read(Column column, List<Constraint> constraints) {}

  static Read read(SqlCursor cursor) {
    ColumnName name = new ColumnName(cursor.name());
    SqlTypes.Read type = SqlTypes.read(cursor);
    boolean nullable = !type.counting();
    Optional<Default> serverDefault = Optional.empty();
    Optional<Generation> generation = Optional.empty();
    List<Constraint> constraints = new ArrayList<>();
    while (!cursor.atEnd() && !cursor.isAt(",") && !cursor.isAt(")")) {
      Optional<ConstraintName> constraintName =
          cursor.accept("constraint")
              ? Optional.of(new ConstraintName(cursor.name()))
              : Optional.empty();
      if (cursor.accept("not", "null")) {
        nullable = false;
      } else if (cursor.accept("null")) {
        nullable = true;
      } else if (cursor.accept("default")) {
        serverDefault = Optional.of(expression(cursor.expression(STOPS)));
      } else if (cursor.accept("primary", "key")) {
        nullable = false;
        constraints.add(
            new Constraint.PrimaryKey(constraintName, List.of(name), Deferral.NOT_DEFERRABLE));
      } else if (cursor.accept("unique")) {
        constraints.add(
            new Constraint.Unique(
                constraintName, List.of(name), List.of(), false, Deferral.NOT_DEFERRABLE));
      } else if (cursor.isAt("references")) {
        constraints.add(ConstraintClauses.references(cursor, constraintName, List.of(name)));
      } else if (cursor.accept("check")) {
        constraints.add(
            new Constraint.Check(constraintName, new SqlText(cursor.parenthesised()), true));
      } else if (cursor.accept("generated")) {
        generation = Optional.of(generated(cursor));
        nullable &= !(generation.get() instanceof Generation.Identity);
      } else {
        throw new NotUnderstood(
            "a part of column " + name + " is not understood: " + cursor.next().text());
      }
    }
    Column column =
        new Column(
            name,
            type.type(),
            nullable,
            serverDefault,
            generation,
            type.counting(),
            Optional.empty());
    return new Read(column, constraints);
  }

  static Generation generated(SqlCursor cursor) {
    boolean always = cursor.accept("always");
    if (!always) {
      cursor.require("by", "default");
    }
    cursor.require("as");
    if (cursor.accept("identity")) {
      if (cursor.isAt("(")) {
        cursor.parenthesised();
        throw new NotUnderstood("the options of an identity column are not read");
      }
      return new Generation.Identity(always, SequenceOptions.NONE);
    }
    SqlText expression = new SqlText(cursor.parenthesised());
    Optional<Boolean> stored =
        cursor.accept("stored")
            ? Optional.of(true)
            : cursor.accept("virtual") ? Optional.of(false) : Optional.empty();
    return new Generation.Computed(expression, stored);
  }

  /** A plain text literal is one; everything else is taken as it stands. */
  static Default expression(String text) {
    SqlCursor inner = new SqlCursor(text);
    if (inner.peek().filter(it -> it.text().startsWith("'")).isPresent()) {
      String literal = inner.string();
      if (inner.atEnd()) {
        return new Default.Literal(literal);
      }
    }
    return new Default.Expression(new SqlText(text));
  }
}
