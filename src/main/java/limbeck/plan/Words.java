package limbeck.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.schema.SqlText;

/**
 * Two values that a boolean's true and false may become, as SQL literals; only ever a proposal.
 *
 * @param yes for true
 * @param no for false
 */
record Words(String yes, String no) {
  private static final List<String> YES =
      List.of(
          "done",
          "completed",
          "complete",
          "finished",
          "closed",
          "active",
          "enabled",
          "published",
          "yes",
          "true",
          "on");
  private static final List<String> NO =
      List.of(
          "pending", "open", "todo", "new", "inactive", "disabled", "draft", "no", "false", "off");

  static Words suggest(String column, List<String> labels, Optional<SqlText> usual) {
    String stem = column.toLowerCase(Locale.ROOT).replaceFirst("^(is|has|was)_", "");
    Optional<String> stated =
        usual
            .map(SqlText::text)
            .filter(it -> it.length() >= 2 && it.startsWith("'") && it.endsWith("'"))
            .map(it -> it.substring(1, it.length() - 1).replace("''", "'"));
    if (labels.isEmpty()) {
      boolean done = List.of("completed", "complete", "done", "finished").contains(stem);
      String yes = done ? "done" : stem;
      String no = stated.orElse(done ? "pending" : "not_" + stem);
      return new Words(RowSql.literal(yes), RowSql.literal(no));
    }
    String yes = find(labels, List.of(stem)).or(() -> find(labels, YES)).orElse(labels.getLast());
    String no =
        stated
            .filter(labels::contains)
            .or(() -> find(labels, NO))
            .filter(it -> !it.equals(yes))
            .orElse(labels.getFirst());
    return new Words(RowSql.literal(yes), RowSql.literal(no));
  }

  private static Optional<String> find(List<String> labels, List<String> wanted) {
    return wanted.stream()
        .flatMap(word -> labels.stream().filter(it -> it.equalsIgnoreCase(word)))
        .findFirst();
  }
}
