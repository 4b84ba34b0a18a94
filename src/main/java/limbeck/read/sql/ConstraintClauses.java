package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Table constraints of CREATE TABLE and ADD CONSTRAINT. */
final class ConstraintClauses {
  private ConstraintClauses() {}

  static boolean isAtConstraint(SqlCursor cursor) {
    return cursor.isAt("constraint")
        || cursor.isAt("primary", "key")
        || cursor.isAt("unique")
        || cursor.isAt("foreign", "key")
        || cursor.isAt("check")
        || cursor.isAt("exclude");
  }

  static Constraint read(SqlCursor cursor) {
    Optional<ConstraintName> name =
        cursor.accept("constraint")
            ? Optional.of(new ConstraintName(cursor.name()))
            : Optional.empty();
    if (cursor.accept("primary", "key")) {
      List<ColumnName> columns = cursor.columnNames();
      return new Constraint.PrimaryKey(name, columns, deferral(cursor));
    }
    if (cursor.accept("unique")) {
      boolean notDistinct = cursor.accept("nulls", "not", "distinct");
      List<ColumnName> columns = cursor.columnNames();
      List<ColumnName> include = cursor.accept("include") ? cursor.columnNames() : List.of();
      return new Constraint.Unique(name, columns, include, notDistinct, deferral(cursor));
    }
    if (cursor.accept("foreign", "key")) {
      return references(cursor, name, cursor.columnNames());
    }
    if (cursor.accept("check")) {
      SqlText condition = new SqlText(cursor.parenthesised());
      return new Constraint.Check(name, condition, !cursor.accept("not", "valid"));
    }
    throw new NotUnderstood("this kind of constraint is not read from SQL");
  }

  static Constraint.ForeignKey references(
      SqlCursor cursor, Optional<ConstraintName> name, List<ColumnName> columns) {
    cursor.require("references");
    TableName target = cursor.qualified();
    List<ColumnName> targets = cursor.isAt("(") ? cursor.columnNames() : columns;
    Optional<String> match = Optional.empty();
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    while (true) {
      if (cursor.accept("on", "delete")) {
        onDelete = action(cursor);
      } else if (cursor.accept("on", "update")) {
        onUpdate = action(cursor);
      } else if (cursor.accept("match", "full")) {
        match = Optional.of("FULL");
      } else if (!cursor.accept("match", "simple")) {
        break;
      }
    }
    Deferral deferral = deferral(cursor);
    boolean validated = !cursor.accept("not", "valid");
    return new Constraint.ForeignKey(
        name, columns, target, targets, onDelete, onUpdate, match, deferral, validated);
  }

  private static ReferentialAction action(SqlCursor cursor) {
    if (cursor.accept("cascade")) {
      return ReferentialAction.CASCADE;
    }
    if (cursor.accept("restrict")) {
      return ReferentialAction.RESTRICT;
    }
    if (cursor.accept("set", "null")) {
      return ReferentialAction.SET_NULL;
    }
    if (cursor.accept("set", "default")) {
      return ReferentialAction.SET_DEFAULT;
    }
    cursor.require("no", "action");
    return ReferentialAction.NO_ACTION;
  }

  private static Deferral deferral(SqlCursor cursor) {
    Deferral deferral = Deferral.NOT_DEFERRABLE;
    if (cursor.accept("deferrable")) {
      deferral = Deferral.DEFERRABLE;
    } else {
      cursor.accept("not", "deferrable");
    }
    if (cursor.accept("initially", "deferred")) {
      return Deferral.INITIALLY_DEFERRED;
    }
    cursor.accept("initially", "immediate");
    return deferral;
  }
}
