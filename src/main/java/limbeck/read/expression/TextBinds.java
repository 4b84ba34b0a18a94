package limbeck.read.expression;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SQLAlchemy makes of {@code text("…")} where it writes DDL: a word behind a colon is a
 * parameter, also inside quotes, and without a value it becomes NULL; {@code \:} is a colon.
 */
final class TextBinds {
  /** SQLAlchemy's own pattern: no parameter behind a word, a second colon, or a backslash. */
  private static final Pattern PARAMETER =
      Pattern.compile("(?<![:\\w$\\\\]):(\\w+)(?![:\\w$])", Pattern.UNICODE_CHARACTER_CLASS);

  private TextBinds() {}

  /** Returns the SQL of a text whose parameters have no values. */
  static String plain(String text) {
    return with(text, _ -> "NULL");
  }

  /** Returns the SQL of a text with the SQL of each parameter's value. */
  static String with(String text, Function<String, String> values) {
    Function<MatchResult, String> value = it -> Matcher.quoteReplacement(values.apply(it.group(1)));
    return PARAMETER.matcher(text).replaceAll(value).replace("\\:", ":");
  }
}
