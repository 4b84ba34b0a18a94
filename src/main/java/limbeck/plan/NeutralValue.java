package limbeck.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.operation.Dependents;
import limbeck.schema.Constraint;
import limbeck.schema.SqlText;
import limbeck.schema.Table;

/**
 * One value for all rows of a column whose own values are lost, which neither its keys nor its
 * checks refuse; there is none where that cannot be told.
 */
final class NeutralValue {
  private static final Pattern COMPARISON =
      Pattern.compile("\"?(\\w+)\"?\\s*(>=|>|<=|<|<>|!=|=)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern ONE_OF =
      Pattern.compile("\"?(\\w+)\"?\\s+IN\\s+\\(\\s*('(?:[^']|'')*')\\s*[,)].*", Pattern.DOTALL);

  private NeutralValue() {}

  /**
   * Returns the value.
   *
   * @param place the column
   * @param neutral what the column's type alone would get
   * @param tables the column's table in each state in which the rows must hold
   */
  static Optional<SqlText> of(ColumnPlace place, Optional<SqlText> neutral, Stream<Table> tables) {
    List<Table> states = tables.toList();
    if (states.stream().anyMatch(it -> isKeyed(place, it))) {
      return Optional.empty();
    }
    Optional<SqlText> value = neutral;
    for (Table table : states) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.Check check
            && Dependents.uses(check, place.column())) {
          value = value.flatMap(it -> allowed(it, check, place));
        }
      }
    }
    return value;
  }

  /** Whether a key, a reference or a unique index makes one value for all rows impossible. */
  private static boolean isKeyed(ColumnPlace place, Table table) {
    return table.constraints().stream()
            .anyMatch(
                it -> !(it instanceof Constraint.Check) && Dependents.uses(it, place.column()))
        || table.indexes().stream()
            .anyMatch(it -> it.unique() && Dependents.uses(it, place.column()));
  }

  private static Optional<SqlText> allowed(
      SqlText value, Constraint.Check check, ColumnPlace place) {
    Matcher comparison = COMPARISON.matcher(check.condition().text().strip());
    Matcher oneOf = ONE_OF.matcher(check.condition().text().strip());
    String column = place.column().text();
    if (comparison.matches() && comparison.group(1).equals(column) && value.text().equals("0")) {
      int sign = BigDecimal.ZERO.compareTo(new BigDecimal(comparison.group(3)));
      return Optional.of(value).filter(_ -> holds(sign, comparison.group(2)));
    }
    if (oneOf.matches() && oneOf.group(1).equals(column)) {
      return Optional.of(new SqlText(oneOf.group(2)));
    }
    return Optional.empty();
  }

  private static boolean holds(int sign, String operator) {
    return switch (operator) {
      case ">=" -> sign >= 0;
      case ">" -> sign > 0;
      case "<=" -> sign <= 0;
      case "<" -> sign < 0;
      case "=" -> sign == 0;
      default -> sign != 0;
    };
  }
}
