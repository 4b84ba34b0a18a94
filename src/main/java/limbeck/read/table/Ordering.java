package limbeck.read.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.ColumnName;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;

/** The direction of an index element, by method or by the words at the end of its text. */
final class Ordering {
  private static final Set<String> METHODS =
      Set.of("asc", "desc", "nulls_first", "nullsfirst", "nulls_last", "nullslast");

  private static final Pattern TAIL =
      Pattern.compile("(?is)(.*?)(\\s+(?:asc|desc))?(\\s+nulls\\s+(?:first|last))?\\s*");

  private Ordering() {}

  static boolean isOrdering(String method) {
    return METHODS.contains(method);
  }

  static IndexElement apply(IndexElement element, String method) {
    boolean descending = element.descending();
    Optional<Boolean> nullsFirst = element.nullsFirst();
    switch (method) {
      case "asc" -> descending = false;
      case "desc" -> descending = true;
      case "nulls_first", "nullsfirst" -> nullsFirst = Optional.of(true);
      default -> nullsFirst = Optional.of(false);
    }
    return new IndexElement(
        element.target(), element.operatorClass(), element.collation(), descending, nullsFirst);
  }

  /** Reads {@code created_at DESC NULLS LAST}; a bare column of the table is taken as a column. */
  static IndexElement parse(String text, TableDraft table) {
    Matcher matcher = TAIL.matcher(text);
    if (!matcher.matches()) {
      return IndexElement.of(new SqlText(text));
    }
    String head = withoutParentheses(matcher.group(1).strip());
    String direction = orEmpty(matcher.group(2));
    String nulls = orEmpty(matcher.group(3));
    IndexElement plain =
        table
            .columnNamed(head)
            .map(it -> IndexElement.of(new ColumnName(it.columnName())))
            .orElseGet(() -> IndexElement.of(new SqlText(head)));
    return new IndexElement(
        plain.target(),
        Optional.empty(),
        Optional.empty(),
        direction.equals("desc"),
        nulls.isEmpty() ? Optional.empty() : Optional.of(nulls.endsWith("first")));
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes one pair of parentheses off that encloses the whole text. */
  static String withoutParentheses(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return text;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
        if (depth == 0 && i < text.length() - 1) {
          return text;
        }
      }
    }
    return withoutParentheses(text.substring(1, text.length() - 1).strip());
  }
}
