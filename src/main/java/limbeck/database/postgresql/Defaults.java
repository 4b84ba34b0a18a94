package limbeck.database.postgresql;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.Default;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Server defaults as the catalog prints them, brought back to what was most likely stated. */
final class Defaults {
  /** One quoted text with the cast to the column's type that the server prints after it. */
  private static final Pattern LITERAL =
      Pattern.compile("(E?)'((?:[^']|'')*)'(?:::([^:']+))?", Pattern.DOTALL);

  private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('[^']+'::regclass\\)");

  private static final Set<String> NUMERIC_CASTS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private static final Set<String> TEXT_CASTS =
      Set.of("text", "character varying", "character", "bpchar");

  private static final Set<String> JSON_CASTS = Set.of("json", "jsonb");

  private Defaults() {}

  /** Whether the expression does nothing but take the next value of a sequence. */
  static boolean isNextValue(String expression) {
    return NEXT_VALUE.matcher(expression).matches();
  }

  /** Reads the default of a column of the type whose printed name is given. */
  static Default read(String expression, SqlType type, String printedType) {
    if (expression.equals("now()") || expression.equals("CURRENT_TIMESTAMP")) {
      return new Default.Now();
    }
    if (type instanceof SqlType.BooleanType
        && (expression.equals("true") || expression.equals("false"))) {
      return new Default.BooleanConstant(expression.equals("true"));
    }
    Matcher literal = LITERAL.matcher(expression);
    if (literal.matches()) {
      String value = unquote(literal);
      String cast = literal.group(3);
      if (isNumber(type) && NUMERIC_CASTS.contains(withoutModifier(cast))) {
        // Negative and large numbers are printed quoted, the others are not.
        return new Default.Expression(new SqlText(value));
      }
      if (castsTo(cast, type, printedType)) {
        return new Default.Literal(value);
      }
    }
    return new Default.Expression(new SqlText(expression));
  }

  private static String unquote(Matcher literal) {
    String value = literal.group(2).replace("''", "'");
    return literal.group(1).isEmpty() ? value : value.replace("\\\\", "\\");
  }

  /**
   * A cast to another type than the column's belongs to the expression; all texts are one, and so
   * are json and jsonb: a column that changes between them keeps the cast of before.
   */
  private static boolean castsTo(@Nullable String cast, SqlType type, String printedType) {
    return cast == null
        || withoutModifier(cast).equals(withoutModifier(printedType))
        || (type instanceof SqlType.Json && JSON_CASTS.contains(cast))
        || (Types.holdsCollation(type) && TEXT_CASTS.contains(withoutModifier(cast)));
  }

  private static String withoutModifier(@Nullable String type) {
    return type == null ? "" : type.replaceAll("\\([^()]*\\)", "");
  }

  private static boolean isNumber(SqlType type) {
    return type instanceof SqlType.IntegerType
        || type instanceof SqlType.Numeric
        || type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision;
  }
}
