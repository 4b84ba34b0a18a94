package limbeck.dialect.postgresql;

import limbeck.dialect.Effect;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Operation;
import limbeck.schema.Constraint;

/**
 * The error class of what {@code Apply} says PostgreSQL would refuse, told from the way its
 * sentences begin (PostgreSQL, appendix A).
 */
final class Refusals {
  private Refusals() {}

  /** Returns the SQLSTATE of a problem of an operation. */
  static String sqlState(String problem, Operation operation) {
    boolean indexed =
        operation instanceof ConstraintOperation.AddConstraint(var _, var added, var _)
            && (added instanceof Constraint.Unique
                || added instanceof Constraint.PrimaryKey
                || added instanceof Constraint.Exclude);
    String state = sqlState(problem);
    // The index of the constraint is a relation, and that is what is there already.
    return indexed && state.equals("42710") ? "42P07" : state;
  }

  /** Returns whether the effects of the operation tell it themselves, and more precisely. */
  static boolean isToldBefore(String problem) {
    return problem.startsWith("the type of ") || problem.startsWith("computed column ");
  }

  /** Returns whether an effect is a refusal because of what is there, or is not. */
  static boolean isAbsence(Effect effect) {
    return effect instanceof Effect.MayFail(String state, var _, var _, boolean certain)
        && certain
        && (state.startsWith("42P0")
            || state.startsWith("427")
            || state.equals("3F000")
            || state.equals("2BP01"));
  }

  private static String sqlState(String problem) {
    if (problem.startsWith("there is no ")) {
      return missing(problem.substring("there is no ".length()));
    }
    if (problem.endsWith(" exists already") || problem.endsWith(" already")) {
      return existing(problem);
    }
    if (problem.contains("still")) {
      return problem.startsWith("the type of ") ? "0A000" : "2BP01";
    }
    if (problem.contains(" refers to table ")) {
      return "42P01";
    }
    if (problem.contains(" refers to column ")) {
      return "42703";
    }
    if (problem.contains(" refers to ")) {
      return "42830";
    }
    if (problem.contains("belongs to a constraint")) {
      return "2BP01";
    }
    if (problem.contains("is in the primary key")) {
      return "42P16";
    }
    if (problem.contains("has no label")) {
      return "22023";
    }
    return "42000";
  }

  private static String missing(String what) {
    String kind = what.substring(0, Math.max(0, what.indexOf(' ')));
    return switch (kind) {
      case "table", "sequence", "view" -> "42P01";
      case "column" -> "42703";
      case "schema" -> "3F000";
      case "function" -> "42883";
      case "materialized" -> "42P01";
      default -> "42704";
    };
  }

  private static String existing(String problem) {
    String kind = problem.substring(0, Math.max(0, problem.indexOf(' ')));
    return switch (kind) {
      case "column" -> "42701";
      case "table" -> problem.contains("primary key") ? "42P16" : "42P07";
      case "index", "sequence", "view", "materialized" -> "42P07";
      case "schema" -> "42P06";
      case "function" -> "42723";
      default -> "42710";
    };
  }
}
