package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.diff.Difference;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.Operation;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Columns of one type that go while columns of another type come: a boolean {@code completed} and a
 * {@code status}. Whether one takes over from the other only a person knows.
 */
final class Replacements {
  private static final Pattern CHOICE =
      Pattern.compile(
          "CASE WHEN \"?([\\w$]+)\"?(?: = TRUE| IS TRUE)? THEN ('(?:[^']|'')*')"
              + " ELSE ('(?:[^']|'')*') END",
          Pattern.CASE_INSENSITIVE);

  /** A column that goes and one that may take over from it. */
  private record Pair(ColumnPlace from, Column gone, ColumnPlace to, Column added) {}

  private final Draft draft;
  private final Schema before;
  private final Schema after;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<ColumnPlace> gone = new ArrayList<>();

  Replacements(Difference difference, Schema before, Schema after, Draft draft) {
    this.draft = draft;
    this.before = before;
    this.after = after;
    List<ColumnOperation.AddColumn> additions = new ArrayList<>();
    for (Operation it : difference.operations()) {
      if (it instanceof ColumnOperation.DropColumn drop) {
        gone.add(new ColumnPlace(drop.table(), drop.column()));
      } else if (it instanceof ColumnOperation.AddColumn add) {
        additions.add(add);
      }
    }
    for (ColumnPlace from : gone) {
      for (ColumnOperation.AddColumn add : additions) {
        if (add.table().equals(from.table())) {
          pair(from, add.column());
        }
      }
    }
  }

  private void pair(ColumnPlace from, Column added) {
    Optional<Column> column = find(from);
    ColumnPlace to = new ColumnPlace(from.table(), added.name());
    if (column.isEmpty() || column.orElseThrow().generation().isPresent()) {
      return;
    }
    TypeFamily was = TypeFamily.of(column.orElseThrow().type().on(draft.options().dialect()));
    TypeFamily is = TypeFamily.of(added.type().on(draft.options().dialect()));
    boolean required =
        !added.nullable() && added.serverDefault().isEmpty() && added.generation().isEmpty();
    boolean choice = isChoice(was) && isChoice(is) && was != is;
    if (choice && (was == TypeFamily.BOOLEAN || required)) {
      pairs.add(new Pair(from, column.orElseThrow(), to, added));
    }
  }

  private static boolean isChoice(TypeFamily family) {
    return family == TypeFamily.BOOLEAN
        || family == TypeFamily.STRING
        || family == TypeFamily.ENUM
        || family == TypeFamily.INTEGER;
  }

  /** The column as it was, under a renamed table too. */
  private Optional<Column> find(ColumnPlace place) {
    return before
        .table(place.table())
        .or(() -> before.table(oldName(place.table())))
        .flatMap(it -> it.column(place.column()));
  }

  private TableName oldName(TableName table) {
    return draft.options().answers().renames().stream()
        .flatMap(
            it ->
                it instanceof limbeck.diff.StatedRename.OfTable(TableName from, TableName to)
                        && to.equals(table)
                    ? java.util.stream.Stream.of(from)
                    : java.util.stream.Stream.empty())
        .findFirst()
        .orElse(table);
  }

  /** The column whose stated value is made of the column that goes. */
  Optional<ColumnPlace> heir(ColumnPlace place) {
    Optional<ColumnPlace> moved =
        draft.options().answers().moves().stream()
            .filter(it -> it.from().equals(place))
            .map(Move::to)
            .findFirst();
    return moved.or(() -> sameTableHeir(place));
  }

  private Optional<ColumnPlace> sameTableHeir(ColumnPlace place) {
    return draft.options().answers().fills().entrySet().stream()
        .filter(it -> it.getKey().table().equals(place.table()))
        .filter(it -> Identifiers.mentions(it.getValue(), place.column().text()))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private boolean isOpen(Pair pair) {
    return heir(pair.from()).isEmpty()
        && !draft.options().answers().droppedColumns().contains(pair.from())
        && !draft.options().answers().fills().containsKey(pair.to());
  }

  /** Whether there is a question about the new column already. */
  boolean asksAbout(ColumnPlace added) {
    return pairs.stream().anyMatch(it -> it.to().equals(added) && isOpen(it));
  }

  void ask() {
    for (ColumnPlace from : gone) {
      List<Pair> open = pairs.stream().filter(it -> it.from().equals(from) && isOpen(it)).toList();
      if (open.isEmpty()) {
        continue;
      }
      List<Question.Option> options = new ArrayList<>();
      for (Pair it : open) {
        options.add(
            new Question.Option(
                it.to() + " is made of " + from.column(),
                Shell.option("--fill", it.to() + "=", suggestion(it)),
                false));
      }
      options.add(
          new Question.Option(
              "drop " + from + "; its values are lost",
              Shell.option("--not-rename", from.toString(), ""),
              false));
      String heirs = String.join(" or ", open.stream().map(it -> it.to().toString()).toList());
      draft.ask(
          new Question(
              "replace:" + from,
              from + " is gone and " + heirs + " is new. Does the one take over from the other?",
              options));
    }
  }

  private String suggestion(Pair pair) {
    String name = draft.sql().column(pair.from().column());
    if (TypeFamily.of(pair.gone().type()) != TypeFamily.BOOLEAN) {
      return "CASE "
          + name
          + " WHEN … THEN "
          + RowSql.neutral(pair.added().type(), after).map(SqlText::text).orElse("…")
          + " ELSE … END";
    }
    if (TypeFamily.of(pair.added().type()) == TypeFamily.INTEGER) {
      return "CASE WHEN " + name + " THEN 1 ELSE 0 END";
    }
    Words words =
        Words.suggest(
            pair.from().column().text(),
            labels(pair.added()),
            Optional.ofNullable(draft.options().pythonDefaults().get(pair.to())));
    return "CASE WHEN " + name + " THEN " + words.yes() + " ELSE " + words.no() + " END";
  }

  private List<String> labels(Column column) {
    SqlType type = column.type().on(draft.options().dialect());
    return type instanceof SqlType.TextEnum(List<String> labels, int _)
        ? labels
        : Dependents.enumsOf(type).stream()
            .flatMap(it -> after.enumType(it).stream())
            .flatMap(it -> it.labels().stream())
            .toList();
  }

  /** What the column that went is made of on the way back, if its heir was a plain choice. */
  Optional<SqlText> wayBack(ColumnPlace place, Table now) {
    Optional<ColumnPlace> heir = sameTableHeir(place);
    if (heir.isEmpty() || now.column(heir.orElseThrow().column()).isEmpty()) {
      return Optional.empty();
    }
    SqlText fill =
        Optional.ofNullable(draft.options().answers().fills().get(heir.orElseThrow()))
            .orElseThrow();
    Matcher choice = CHOICE.matcher(fill.text().strip());
    boolean invertible =
        choice.matches()
            && choice.group(1).equalsIgnoreCase(place.column().text())
            && !choice.group(2).equals(choice.group(3));
    return invertible
        ? Optional.of(
            new SqlText(draft.sql().column(heir.orElseThrow().column()) + " = " + choice.group(2)))
        : Optional.empty();
  }
}
