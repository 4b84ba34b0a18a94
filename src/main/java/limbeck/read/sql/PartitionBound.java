package limbeck.read.sql;

import java.util.List;
import java.util.Locale;
import limbeck.schema.SqlText;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** Which rows a partition holds, as the catalog prints it. */
final class PartitionBound {
  private PartitionBound() {}

  /** Reads the bound. */
  static String read(Cursor cursor) {
    if (cursor.accept("default")) {
      return "DEFAULT";
    }
    cursor.expect("for", "values");
    StringBuilder result = new StringBuilder("FOR VALUES");
    for (String word : List.of("in", "from", "to", "with")) {
      if (cursor.accept(word)) {
        result.append(' ').append(word.toUpperCase(Locale.ROOT)).append(' ');
        result.append(limits(cursor));
      }
    }
    return result.toString();
  }

  private static String limits(Cursor cursor) {
    SqlText text = cursor.parentheses().orElseThrow(() -> cursor.unexpected("("));
    StringBuilder result = new StringBuilder(text.text());
    List<SqlToken> words = SqlLexer.tokens(text.text());
    for (SqlToken word : words) {
      switch (word.value()) {
        case "modulus", "remainder" -> result.replace(word.start(), word.end(), word.value());
        case "minvalue", "maxvalue" ->
            result.replace(word.start(), word.end(), word.value().toUpperCase(Locale.ROOT));
        default -> {
          // A value, as it is written.
        }
      }
    }
    return result.toString();
  }
}
