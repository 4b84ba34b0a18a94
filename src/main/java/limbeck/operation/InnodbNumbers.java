package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The numbers in the names that MySQL and MariaDB give to several constraints of a table: in the
 * order of {@code CREATE TABLE}, and later on from the highest that is there. The schema alone does
 * not tell them, so they are noted when a constraint comes.
 *
 * @param mariadb whether checks are numbered as MariaDB does
 */
record InnodbNumbers(boolean mariadb) {
  private static final String KEY = "_ibfk_";
  private static final String CHECK = "_chk_";

  /**
   * Returns a new table with the names of what was stated in an order.
   *
   * @param unknown whether the table does not tell the name of a constraint
   */
  Table created(Table table, List<Constraint> inOrder, Predicate<Constraint> unknown) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    int keys = 0;
    int checks = 0;
    for (Constraint constraint : inOrder) {
      String name =
          switch (constraint) {
            case Constraint.ForeignKey _ when constraint.name().isEmpty() ->
                table.name().name() + KEY + ++keys;
            case Constraint.Check _ when constraint.name().isEmpty() -> {
              checks = nextCheck(table, checks + 1);
              yield checkName(table.name(), checks);
            }
            case Constraint.PrimaryKey _,
                Constraint.Unique _,
                Constraint.ForeignKey _,
                Constraint.Check _,
                Constraint.Exclude _ ->
                "";
          };
      if (!name.isEmpty() && unknown.test(constraint) && constraints.remove(constraint)) {
        constraints.add(constraint.withName(Optional.of(new ConstraintName(name))));
      }
    }
    return table.withConstraints(constraints);
  }

  /** MariaDB passes over names that are stated; MySQL does not look, and fails. */
  private int nextCheck(Table table, int from) {
    int number = from;
    while (mariadb
        && table.constraint(new ConstraintName(checkName(table.name(), number))).isPresent()) {
      number++;
    }
    return number;
  }

  private String checkName(TableName table, int number) {
    return mariadb ? "CONSTRAINT_" + number : table.name() + CHECK + number;
  }

  /**
   * Returns the name of a foreign key that is added without one; empty when another one's is not
   * known.
   */
  Optional<ConstraintName> added(Table table) {
    int highest = 0;
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (key.name().isEmpty()) {
        return Optional.empty();
      }
      highest =
          Math.max(highest, number(key.name().get().text(), table.name().name() + KEY).orElse(0));
    }
    return Optional.of(new ConstraintName(table.name().name() + KEY + (highest + 1)));
  }

  /** Returns the table under another name, which names of this form follow, stated or not. */
  Table renamed(Table table, TableName to) {
    UnaryOperator<Constraint> follow =
        constraint ->
            constraint.withName(
                constraint
                    .name()
                    .map(it -> new ConstraintName(followed(constraint, it.text(), table, to))));
    return table.withConstraints(table.constraints().stream().map(follow).toList()).withName(to);
  }

  private String followed(Constraint constraint, String name, Table table, TableName to) {
    Optional<String> infix =
        switch (constraint) {
          case Constraint.ForeignKey _ -> Optional.of(KEY);
          case Constraint.Check _ -> Optional.of(CHECK).filter(_ -> !mariadb);
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
              Optional.empty();
        };
    return infix
        .map(it -> table.name().name() + it)
        .filter(name::startsWith)
        .map(it -> to.name() + name.substring(table.name().name().length()))
        .orElse(name);
  }

  /** Whether a foreign key has a name as the database gives it. */
  static boolean isGiven(Constraint.ForeignKey key, Table table) {
    return key.name()
        .map(it -> number(it.text(), table.name().name() + KEY))
        .filter(OptionalInt::isPresent)
        .isPresent();
  }

  private static OptionalInt number(String name, String prefix) {
    String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    return rest.matches("[1-9][0-9]{0,8}")
        ? OptionalInt.of(Integer.parseInt(rest))
        : OptionalInt.empty();
  }
}
