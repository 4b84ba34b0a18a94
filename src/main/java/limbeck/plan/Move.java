package limbeck.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * A column that somebody has moved to another table.
 *
 * @param from where it was
 * @param to where it is
 * @param join the condition that tells which row of the one table belongs to which of the other,
 *     with columns as {@code table.column}
 */
public record Move(ColumnPlace from, ColumnPlace to, SqlText join) {
  private static final Pattern AND = Pattern.compile("\\s+AND\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*([\\w.\"$]+)\\.([\\w\"$]+)\\s*=\\s*([\\w.\"$]+)\\.([\\w\"$]+)\\s*");

  /** Returns the move back. */
  Move reversed() {
    return new Move(to, from, join);
  }

  /**
   * Returns what the columns of the table that takes rows equal in the one that gives them; empty
   * when the condition does not say so plainly.
   */
  Optional<Map<ColumnName, ColumnName>> equalities() {
    Map<ColumnName, ColumnName> result = new LinkedHashMap<>();
    for (String part : AND.split(join.text(), -1)) {
      Matcher matcher = EQUALITY.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      ColumnName left = new ColumnName(bare(matcher.group(2)));
      ColumnName right = new ColumnName(bare(matcher.group(4)));
      if (names(matcher.group(1), to.table()) && names(matcher.group(3), from.table())) {
        result.put(left, right);
      } else if (names(matcher.group(3), to.table()) && names(matcher.group(1), from.table())) {
        result.put(right, left);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }

  private static boolean names(String text, TableName table) {
    String bare = bare(text);
    return bare.equals(table.toString()) || bare.equals(table.name());
  }

  private static String bare(String text) {
    return text.replace("\"", "");
  }
}
