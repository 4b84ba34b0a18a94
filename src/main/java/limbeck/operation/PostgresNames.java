package limbeck.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Table;

/**
 * PostgreSQL's names for the unnamed: table, columns and a label, cut to 63 bytes, numbered when
 * taken (ChooseConstraintName and makeObjectName in its source).
 */
record PostgresNames() implements DefaultNames {
  private static final int LIMIT = 63;

  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    if (constraint.name().isPresent()) {
      return constraint.name();
    }
    int wanted = 0;
    for (Constraint other : table.constraints()) {
      if (other.equals(constraint)) {
        break;
      }
      if (other.name().isEmpty() && base(other, table, "").equals(base(constraint, table, ""))) {
        wanted++;
      }
    }
    String name = free(table, wanted, number -> base(constraint, table, number));
    return Optional.of(new ConstraintName(name));
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    if (index.name().isPresent()) {
      return index.name();
    }
    int wanted = 0;
    for (Index other : table.indexes()) {
      if (other.equals(index)) {
        break;
      }
      if (other.name().isEmpty() && base(other, table, "").equals(base(index, table, ""))) {
        wanted++;
      }
    }
    return Optional.of(new IndexName(free(table, wanted, number -> base(index, table, number))));
  }

  private interface Numbered {
    String name(String number);
  }

  /** Skips names that are stated for another constraint or index, then as many as wanted. */
  private static String free(Table table, int wanted, Numbered numbered) {
    int left = wanted;
    for (int number = 0; ; number++) {
      String name = numbered.name(number == 0 ? "" : Integer.toString(number));
      boolean taken =
          table.constraint(new ConstraintName(name)).isPresent()
              || table.index(new IndexName(name)).isPresent();
      if (!taken && left-- == 0) {
        return name;
      }
    }
  }

  private static String base(Constraint constraint, Table table, String number) {
    String name = table.name().name();
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> join(name, "", "pkey" + number);
      case Constraint.Unique it -> join(name, addition(names(it.columns())), "key" + number);
      case Constraint.ForeignKey it -> join(name, addition(names(it.columns())), "fkey" + number);
      case Constraint.Exclude it ->
          join(
              name,
              addition(
                  it.elements().stream()
                      .map(Constraint.ExcludeElement::expression)
                      .map(PostgresNames::elementName)),
              "excl" + number);
      case Constraint.Check it -> {
        List<String> used =
            table.columns().stream()
                .map(column -> column.name().text())
                .filter(column -> Identifiers.mentions(it.condition(), column))
                .toList();
        yield join(name, used.size() == 1 ? used.getFirst() : "", "check" + number);
      }
    };
  }

  private static String base(Index index, Table table, String number) {
    Stream<String> columns =
        Stream.concat(
            index.elements().stream().map(PostgresNames::elementName), names(index.include()));
    return join(table.name().name(), addition(columns), "idx" + number);
  }

  private static Stream<String> names(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text);
  }

  /** A column's name, a function's name, or {@code expr}. */
  private static String elementName(IndexElement element) {
    return switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) -> name.text();
      case IndexElement.Target.OfExpression(var expression) -> {
        String text = expression.text().strip();
        int paren = text.indexOf('(');
        String function = paren > 0 ? text.substring(0, paren).strip() : "";
        yield function.matches("[A-Za-z_][A-Za-z_0-9]*") && text.endsWith(")")
            ? function.toLowerCase(java.util.Locale.ROOT)
            : "expr";
      }
    };
  }

  private static String addition(Stream<String> columns) {
    StringBuilder result = new StringBuilder();
    for (String column : columns.toList()) {
      if (!result.isEmpty()) {
        result.append('_');
      }
      result.append(column);
      if (bytes(result.toString()) > LIMIT) {
        break;
      }
    }
    return result.toString();
  }

  static String join(String first, String second, String label) {
    int room = LIMIT - bytes(label) - 1 - (second.isEmpty() ? 0 : 1);
    int firstBytes = bytes(first);
    int secondBytes = bytes(second);
    while (firstBytes + secondBytes > room) {
      if (firstBytes > secondBytes) {
        firstBytes--;
      } else {
        secondBytes--;
      }
    }
    String middle = second.isEmpty() ? "" : "_" + clip(second, secondBytes);
    return clip(first, firstBytes) + middle + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clip(String text, int limit) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > limit) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
