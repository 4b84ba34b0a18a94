package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Default;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** Reads what is written after {@code DEFAULT} as the inspector reads it from the catalog. */
public final class DefaultText {
  /** What the input function of boolean takes (chapter 8.6). */
  private static final Set<String> TRUE =
      Set.of("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1");

  private static final Set<String> FALSE =
      Set.of("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0");

  private final String stated;
  private final String text;
  private final List<SqlToken> tokens;
  private final SqlType type;
  private final Schema schema;

  private DefaultText(String stated, String text, SqlType type, Schema schema) {
    this.stated = stated;
    this.text = text;
    this.tokens = SqlLexer.tokens(text);
    this.type = type;
    this.schema = schema;
  }

  /**
   * Returns the default that an expression is for a column of a type; empty for NULL, which is no
   * default.
   *
   * @param schema holds the enum types and sequences the expression may name
   */
  public static Optional<Default> read(SqlText expression, SqlType type, Schema schema) {
    String stated = expression.text().strip();
    return new DefaultText(stated, Parentheses.strip(stated), type, schema).read();
  }

  private Optional<Default> read() {
    int size = tokens.size();
    SqlToken first =
        tokens.isEmpty()
            ? new SqlToken(SqlToken.Kind.SYMBOL, "", "", true, 0, 0)
            : tokens.getFirst();
    if (size == 1 && first.is("null")) {
      return Optional.empty();
    }
    if (isNow(first)) {
      return Optional.of(new Default.Now());
    }
    boolean constant = size == 1 && (first.is("true") || first.is("false"));
    if (constant && type instanceof SqlType.BooleanType) {
      return Optional.of(new Default.BooleanConstant(first.is("true")));
    }
    if (size == 2 && first.is("-") && isNumber(tokens.get(1))) {
      return expression("-" + tokens.get(1).text());
    }
    if (first.is("cast") && size > 5 && tokens.get(1).is("(") && tokens.get(3).is("as")) {
      return typed(tokens.get(2), castOf(4, size - 1));
    }
    if (size > 2 && tokens.get(1).is("::") && isWhole(first)) {
      return typed(first, castOf(2, size));
    }
    if (size == 1 && isQuotedText(first)) {
      return Optional.of(literal(first.value()));
    }
    return sequence()
        .<Optional<Default>>map(it -> Optional.of(new Default.NextValue(it)))
        .orElseGet(() -> expression(stated));
  }

  private static Optional<Default> expression(String sql) {
    return Optional.of(new Default.Expression(new SqlText(sql)));
  }

  private boolean isNow(SqlToken first) {
    int size = tokens.size();
    boolean standard = size == 1 && first.is("current_timestamp");
    boolean qualified = size == 5 && first.is("pg_catalog") && tokens.get(1).is(".");
    int at = qualified ? 2 : 0;
    boolean call =
        (size == 3 || qualified)
            && tokens.get(at).is("now")
            && tokens.get(at + 1).is("(")
            && tokens.get(at + 2).is(")");
    return standard || call;
  }

  private static boolean isNumber(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER;
  }

  private static boolean isWhole(SqlToken token) {
    return isQuotedText(token) || token.is("null");
  }

  private static boolean isQuotedText(SqlToken token) {
    String start = token.text();
    return token.isString()
        && (start.startsWith("'")
            || start.startsWith("E")
            || start.startsWith("e")
            || start.startsWith("$"));
  }

  /** Returns the type of a cast that fills the tokens from one position to another. */
  private Optional<SqlType> castOf(int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    String spelled = text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    SqlType read = TypeText.read(spelled, schema);
    return read instanceof SqlType.Unknown ? Optional.empty() : Optional.of(read);
  }

  /** A cast to the column's own type says nothing; one to another belongs to the expression. */
  private Optional<Default> typed(SqlToken value, Optional<SqlType> cast) {
    if (cast.isEmpty()) {
      return expression(stated);
    }
    SqlType target = cast.orElseThrow();
    if (value.is("null")) {
      // With a length of its own the column's cast is a call, and the catalog keeps it.
      return bare(type).equals(type) ? Optional.empty() : expression(stated);
    }
    if (!isQuotedText(value)) {
      return expression(stated);
    }
    boolean same =
        bare(target).equals(bare(type))
            || (isText(target) && isText(type))
            || (isNumber(target) && isNumber(type));
    return same ? Optional.of(literal(value.value())) : expression(stated);
  }

  private Default literal(String value) {
    String trimmed = value.strip();
    if (isNumber(type) && trimmed.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
      return new Default.Expression(
          new SqlText(trimmed.startsWith("+") ? trimmed.substring(1) : trimmed));
    }
    if (type instanceof SqlType.BooleanType) {
      String word = trimmed.toLowerCase(Locale.ROOT);
      if (TRUE.contains(word) || FALSE.contains(word)) {
        return new Default.BooleanConstant(TRUE.contains(word));
      }
    }
    return new Default.Literal(value);
  }

  private static boolean isText(SqlType type) {
    return type instanceof SqlType.Varchar
        || type instanceof SqlType.Char
        || type instanceof SqlType.Text
        || type.equals(new SqlType.Named("bpchar", List.of()));
  }

  private static boolean isNumber(SqlType type) {
    return type instanceof SqlType.IntegerType
        || type instanceof SqlType.Numeric
        || type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision;
  }

  /** Returns the type without length, precision and collation. */
  private static SqlType bare(SqlType type) {
    return switch (type) {
      case SqlType.Varchar _ -> new SqlType.Varchar(Optional.empty(), Optional.empty());
      case SqlType.Char _ -> new SqlType.Char(Optional.empty(), Optional.empty());
      case SqlType.Text _ -> new SqlType.Text(Optional.empty());
      case SqlType.Numeric _ -> new SqlType.Numeric(Optional.empty(), Optional.empty());
      case SqlType.Time(boolean zone, _) -> new SqlType.Time(zone, Optional.empty());
      case SqlType.Timestamp(boolean zone, _) -> new SqlType.Timestamp(zone, Optional.empty());
      case SqlType.Interval _ -> new SqlType.Interval(Optional.empty(), Optional.empty());
      case SqlType.Named(String name, _) -> new SqlType.Named(name, List.of());
      case SqlType.ArrayOf(SqlType element, _) -> new SqlType.ArrayOf(bare(element), 1);
      case SqlType.IntegerType _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          type;
    };
  }

  /** Reads {@code nextval('name')} and {@code nextval('name'::regclass)}. */
  private Optional<SequenceName> sequence() {
    int size = tokens.size();
    boolean call =
        size >= 4
            && tokens.get(0).is("nextval")
            && tokens.get(1).is("(")
            && isQuotedText(tokens.get(2))
            && tokens.getLast().is(")");
    boolean cast = call && size == 6 && tokens.get(3).is("::") && tokens.get(4).is("regclass");
    if (!call || !(size == 4 || cast)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (SqlToken token : SqlLexer.tokens(tokens.get(2).value())) {
      if (token.isName()) {
        parts.add(token.value());
      } else if (!token.is(".")) {
        return Optional.empty();
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(QualifiedName.of(parts).sequence(schema));
  }
}
