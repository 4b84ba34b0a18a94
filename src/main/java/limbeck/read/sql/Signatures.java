package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Functions of one name, told apart by the types of their arguments. */
final class Signatures {
  private static final Set<String> MODES = Set.of("in", "inout", "variadic");

  private Signatures() {}

  /** Returns a function's name without its arguments. */
  static String bare(String name) {
    int parenthesis = name.indexOf('(');
    return parenthesis > 0 ? name.substring(0, parenthesis) : name;
  }

  /**
   * Returns the name under which a schema holds a function: its arguments belong to it when another
   * of the same name is there already.
   */
  static ObjectName name(Reading reading, QualifiedName stated, Optional<SqlText> arguments) {
    ObjectName plain = stated.object(CarriedObject.Kind.FUNCTION, reading.before());
    if (arguments.isEmpty()) {
      return plain;
    }
    List<SqlType> wanted = types(arguments.orElseThrow(), reading.before());
    for (CarriedObject object : reading.before().objects().values()) {
      boolean same =
          object.kind() == CarriedObject.Kind.FUNCTION
              && object.name().schema().equals(plain.schema())
              && bare(object.name().name()).equals(plain.name());
      if (same && types(object, reading.before()).equals(Optional.of(wanted))) {
        return object.name();
      }
    }
    boolean taken =
        reading
            .before()
            .objects()
            .containsKey(Schema.objectKey(CarriedObject.Kind.FUNCTION, plain));
    return taken
        ? new ObjectName(plain.schema(), plain.name() + arguments.orElseThrow().text())
        : plain;
  }

  private static Optional<List<SqlType>> types(CarriedObject function, Schema schema) {
    Cursor cursor = new Cursor(function.definition().text());
    while (!cursor.atEnd() && !cursor.at("(")) {
      cursor.next();
    }
    return cursor.parentheses().map(it -> types(it, schema));
  }

  /** Reads {@code (name type DEFAULT value, …)}; what a function returns is no argument. */
  private static List<SqlType> types(SqlText arguments, Schema schema) {
    List<SqlType> result = new ArrayList<>();
    Cursor cursor = new Cursor(arguments.text());
    cursor.expect("(");
    while (!cursor.accept(")")) {
      boolean out = cursor.accept("out");
      if (cursor.atAny(MODES)) {
        cursor.next();
      }
      String text = cursor.expression(Set.of("default", "=")).text();
      if (cursor.accept("default") || cursor.accept("=")) {
        cursor.expression(Set.of());
      }
      if (!out) {
        result.add(type(text, schema));
      }
      cursor.accept(",");
    }
    return result;
  }

  private static SqlType type(String argument, Schema schema) {
    SqlType whole = TypeText.read(argument, schema);
    int blank = argument.indexOf(' ');
    return whole instanceof SqlType.Unknown && blank > 0
        ? TypeText.read(argument.substring(blank + 1).strip(), schema)
        : whole;
  }
}
