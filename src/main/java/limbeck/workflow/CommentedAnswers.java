package limbeck.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.project.Settings;
import limbeck.read.model.Models;
import limbeck.read.model.Subject;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * Answers that stand in the models, as comments behind a column or class: {@code # limbeck: rename
 * old_name}, {@code # limbeck: fill 'open'}. They stay there when their change has been made.
 */
final class CommentedAnswers {
  private static final Pattern COMMENT =
      Pattern.compile("#\\s*limbeck:\\s*([a-z-]+)(?:\\s+(.*?))?\\s*$");

  private static final Set<String> OF_COLUMN =
      Set.of("rename", "fill", "fill-down", "using", "using-down", "no-fill", "map", "move");

  private CommentedAnswers() {}

  /** Returns the answers; a comment that says something else is none. */
  static Settings.Answers of(Models models) {
    Settings.Answers tables = Settings.Answers.NONE;
    Settings.Answers columns = Settings.Answers.NONE;
    for (Map.Entry<Subject, Location> entry : models.positions().entrySet()) {
      Location at = entry.getValue();
      Matcher comment = COMMENT.matcher(line(at));
      if (comment.find()) {
        String word = comment.group(1);
        String value = Optional.ofNullable(comment.group(2)).orElse("");
        switch (entry.getKey()) {
          case Subject.OfColumn(TableName table, ColumnName column) -> {
            if (OF_COLUMN.contains(word)) {
              columns = columns.with("--" + word, column(word, table, column, value));
            }
          }
          case Subject.OfTable(TableName table) -> {
            if (word.equals("rename")) {
              tables = tables.with("--rename", value + ":" + table);
            }
          }
          case Subject.OfConstraint _, Subject.OfIndex _ -> {}
        }
      }
    }
    // What is said of a column may speak of its table under the new name.
    return tables.with(columns);
  }

  private static String column(String word, TableName table, ColumnName column, String value) {
    String place = table + "." + column;
    return switch (word) {
      case "rename" -> table + "." + value + ":" + column;
      case "no-fill" -> place;
      case "map" -> place + ":" + value;
      case "move" -> {
        int at = value.indexOf('@');
        yield at < 0 ? value : value.substring(0, at) + ":" + place + value.substring(at);
      }
      default -> place + "=" + value;
    };
  }

  private static String line(Location at) {
    String text = at.file().text();
    int start = Math.min(at.span().start(), text.length());
    int from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    int end = text.indexOf('\n', start);
    return text.substring(Math.min(from, start), end < 0 ? text.length() : end);
  }
}
