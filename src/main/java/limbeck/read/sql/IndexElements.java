package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.IndexElement;

/** The elements of indexes and exclusion constraints. */
final class IndexElements {
  private static final Set<String> NO_CLASS = Set.of("asc", "desc", "nulls", "with", ",", ")");

  private IndexElements() {}

  /** Reads elements in parentheses. */
  static List<IndexElement> read(Cursor cursor) {
    List<IndexElement> result = new ArrayList<>();
    cursor.expect("(");
    do {
      result.add(element(cursor));
    } while (cursor.accept(","));
    cursor.expect(")");
    return result;
  }

  /** Reads elements with the operators that compare them, in parentheses. */
  static List<Constraint.ExcludeElement> exclusion(Cursor cursor) {
    List<Constraint.ExcludeElement> result = new ArrayList<>();
    cursor.expect("(");
    do {
      IndexElement element = element(cursor);
      cursor.expect("with");
      result.add(new Constraint.ExcludeElement(element, operator(cursor)));
    } while (cursor.accept(","));
    cursor.expect(")");
    return result;
  }

  private static String operator(Cursor cursor) {
    int from = cursor.position();
    if (cursor.accept("operator")) {
      return "OPERATOR" + cursor.parentheses().map(it -> it.text().replace(" ", "")).orElse("");
    }
    if (cursor.peek().kind() != limbeck.sql.SqlToken.Kind.SYMBOL) {
      throw cursor.unexpected("an operator");
    }
    cursor.next();
    return cursor.since(from).text();
  }

  private static IndexElement element(Cursor cursor) {
    IndexElement.Target target = target(cursor);
    Optional<String> collation =
        cursor.accept("collate") ? Optional.of(TypeText.collation(cursor)) : Optional.empty();
    Optional<String> operatorClass = operatorClass(cursor);
    boolean descending = cursor.accept("desc");
    if (!descending) {
      cursor.accept("asc");
    }
    Optional<Boolean> nullsFirst = Optional.empty();
    if (cursor.accept("nulls", "first")) {
      nullsFirst = Optional.of(true);
    } else if (cursor.accept("nulls", "last")) {
      nullsFirst = Optional.of(false);
    }
    // NULLs count as larger than all values, so they come first in descending order.
    boolean usual = descending;
    return new IndexElement(
        target, operatorClass, collation, descending, nullsFirst.filter(it -> it != usual));
  }

  private static IndexElement.Target target(Cursor cursor) {
    if (cursor.at("(")) {
      return new IndexElement.Target.OfExpression(cursor.parenthesized());
    }
    int from = cursor.position();
    int ahead = 1;
    while (cursor.peek(ahead).is(".")) {
      ahead += 2;
    }
    if (!cursor.peek(ahead).is("(")) {
      return new IndexElement.Target.OfColumn(new ColumnName(cursor.name("a column")));
    }
    for (int i = 0; i < ahead; i++) {
      cursor.next();
    }
    cursor.parentheses();
    return new IndexElement.Target.OfExpression(cursor.since(from));
  }

  private static String parameters(Cursor cursor) {
    return cursor.at("(")
        ? StorageParameters.read(cursor).entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(", ", "(", ")"))
        : "";
  }

  private static Optional<String> operatorClass(Cursor cursor) {
    if (cursor.atAny(NO_CLASS) || cursor.atEnd()) {
      return Optional.empty();
    }
    QualifiedName name = cursor.qualifiedName("an operator class");
    return Optional.of(
        new QualifiedName(name.visibleSchema().filter(it -> !it.equals("pg_catalog")), name.name())
            + parameters(cursor));
  }
}
