package limbeck.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;

/**
 * Types as SQLite keeps them: by their words. It stores a {@code VARCHAR(5)} and a {@code
 * VARCHAR(40)} alike, but Alembic compares the words, and another database that the same revisions
 * serve does not treat them alike.
 */
final class DeclaredTypes {
  private static final Pattern TEXT =
      Pattern.compile("(VARCHAR|CHAR)(?:\\((\\d+)\\))?(?: COLLATE \"?(\\w+)\"?)?");

  private DeclaredTypes() {}

  /**
   * Returns the one type that stands for all with the same words.
   *
   * @param type on this database
   * @param declared its words
   * @param schema where labels are found; a column that is held to labels knows them
   */
  static SqlType of(SqlType type, String declared, Schema schema) {
    return switch (type) {
      case SqlType.Floating _ -> new SqlType.Floating(Optional.empty());
      case SqlType.Binary _ -> new SqlType.Binary(Optional.empty());
      case SqlType.Time _ -> new SqlType.Time(false, Optional.empty());
      case SqlType.Timestamp _, SqlType.Interval _ ->
          new SqlType.Timestamp(false, Optional.empty());
      case SqlType.EnumReference(var name) ->
          schema
              .enumType(name)
              .map(it -> labelled(it.labels(), text(declared)))
              .orElseGet(() -> text(declared));
      case SqlType.TextEnum(var labels, int _) -> labelled(labels, text(declared));
      case SqlType.Uuid _, SqlType.Char _ -> text(declared);
      case SqlType.Named named -> named(named);
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Varchar _,
          SqlType.Text _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Json _,
          SqlType.ArrayOf _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          type;
    };
  }

  private static SqlType labelled(List<String> labels, SqlType text) {
    return text instanceof SqlType.Varchar(Optional<Integer> length, Optional<String> _)
            && length.isPresent()
        ? new SqlType.TextEnum(labels.stream().sorted().toList(), length.get())
        : text;
  }

  private static SqlType text(String declared) {
    Matcher words = TEXT.matcher(declared);
    if (!words.matches()) {
      return new SqlType.Varchar(Optional.empty(), Optional.empty());
    }
    Optional<Integer> length = Optional.ofNullable(words.group(2)).map(Integer::valueOf);
    Optional<String> collation = Optional.ofNullable(words.group(3));
    return words.group(1).equals("CHAR")
        ? new SqlType.Char(length, collation)
        : new SqlType.Varchar(length, collation);
  }

  private static SqlType named(SqlType.Named type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "decimal" -> new SqlType.Numeric(number(type, 0), number(type, 1));
      case "datetime" -> new SqlType.Timestamp(false, Optional.empty());
      case "double", "double_precision", "double precision" -> new SqlType.DoublePrecision();
      default -> new SqlType.Named(words(type), List.of());
    };
  }

  /** A type that SQLAlchemy does not know is written, and read again, as nothing but its words. */
  private static String words(SqlType.Named type) {
    String all =
        type.arguments().isEmpty()
            ? type.name()
            : type.name()
                + "("
                + String.join(",", type.arguments().stream().map(String::strip).toList())
                + ")";
    int name = all.contains("(") ? all.indexOf('(') : all.length();
    return all.substring(0, name).toLowerCase(Locale.ROOT) + all.substring(name);
  }

  private static Optional<Integer> number(SqlType.Named type, int argument) {
    return type.arguments().size() > argument
        ? Optional.of(Integer.valueOf(type.arguments().get(argument).strip()))
        : Optional.empty();
  }
}
