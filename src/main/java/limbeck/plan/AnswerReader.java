package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.diff.StatedRename;
import limbeck.operation.Identifiers;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.text.ToolFailure;

/**
 * Reads answers from the words of the options: {@code tasks.desc:description}, {@code
 * tasks.priority='medium'}. The two schemas tell a table in a schema from a column in a table.
 */
public final class AnswerReader {
  private final Schema before;
  private final Schema after;
  private final List<StatedRename> renames = new ArrayList<>();
  private final SortedSet<ColumnPlace> droppedColumns = new TreeSet<>();
  private final SortedSet<TableName> droppedTables = new TreeSet<>();
  private final SortedMap<ColumnPlace, SqlText> fills = new TreeMap<>();
  private final SortedMap<ColumnPlace, SqlText> fillsDown = new TreeMap<>();
  private final SortedMap<ColumnPlace, SqlText> usings = new TreeMap<>();
  private final SortedMap<ColumnPlace, SqlText> usingsDown = new TreeMap<>();
  private final SortedSet<ColumnPlace> unfilled = new TreeSet<>();
  private final SortedMap<ColumnPlace, SortedMap<String, String>> labels = new TreeMap<>();
  private final List<Move> moves = new ArrayList<>();

  /** Reads answers about the change from one schema to another. */
  public AnswerReader(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** Returns what was read so far. */
  public Answers answers() {
    return new Answers(
        renames,
        droppedColumns,
        droppedTables,
        fills,
        fillsDown,
        usings,
        usingsDown,
        unfilled,
        labels,
        moves);
  }

  /**
   * Reads an answer.
   *
   * @param option such as {@code --fill}
   * @param text what stands behind it
   * @throws ToolFailure when it cannot be understood, or fits neither schema
   */
  public AnswerReader read(String option, String text) {
    return switch (option) {
      case "--rename" -> rename(text);
      case "--not-rename" -> notRename(text);
      case "--move" -> move(text);
      case "--fill" -> fill(text);
      case "--fill-down" -> fillDown(text);
      case "--no-fill" -> noFill(text);
      case "--using" -> using(text);
      case "--using-down" -> usingDown(text);
      case "--map" -> map(text);
      default -> throw new IllegalArgumentException(option);
    };
  }

  /**
   * Reads {@code --rename}: {@code table.column:new}, {@code table.column:table.new}, {@code
   * table:new}, {@code table:schema.table}.
   *
   * @throws ToolFailure when it names nothing that is gone
   */
  public AnswerReader rename(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw unreadable("--rename " + text, "write --rename table.old:new or --rename table:new");
    }
    String from = text.substring(0, colon).strip();
    String to = text.substring(colon + 1).strip();
    Optional<TableName> table = table(before, from);
    if (table.isPresent()) {
      renames.add(new StatedRename.OfTable(table.orElseThrow(), tableName(to)));
      return this;
    }
    ColumnPlace place = place(from, "--rename " + text);
    String last = to.substring(to.lastIndexOf('.') + 1);
    renames.add(new StatedRename.OfColumn(place.table(), place.column(), new ColumnName(last)));
    return this;
  }

  /** Reads {@code --not-rename}: a table or {@code table.column} that really goes. */
  public AnswerReader notRename(String text) {
    Optional<TableName> table = table(before, text);
    if (table.isPresent()) {
      droppedTables.add(table.orElseThrow());
    } else {
      droppedColumns.add(place(text, "--not-rename " + text));
    }
    return this;
  }

  /** Reads {@code --fill table.column=SQL}. */
  public AnswerReader fill(String text) {
    return assign("--fill", text, fills);
  }

  /** Reads {@code --fill-down table.column=SQL}. */
  public AnswerReader fillDown(String text) {
    return assign("--fill-down", text, fillsDown);
  }

  /** Reads {@code --using table.column=SQL}. */
  public AnswerReader using(String text) {
    return assign("--using", text, usings);
  }

  /** Reads {@code --using-down table.column=SQL}. */
  public AnswerReader usingDown(String text) {
    return assign("--using-down", text, usingsDown);
  }

  /** Reads {@code --no-fill table.column}. */
  public AnswerReader noFill(String text) {
    unfilled.add(place(text, "--no-fill " + text));
    return this;
  }

  /** Reads {@code --map table.column:OLD=NEW}. */
  public AnswerReader map(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=', Math.max(colon, 0));
    if (colon <= 0 || equals < 0) {
      throw unreadable("--map " + text, "write --map table.column:OLD=NEW");
    }
    labels
        .computeIfAbsent(place(text.substring(0, colon), "--map " + text), _ -> new TreeMap<>())
        .put(text.substring(colon + 1, equals), text.substring(equals + 1));
    return this;
  }

  /** Reads {@code --move table.column:target.column@CONDITION}. */
  public AnswerReader move(String text) {
    String option = "--move " + text;
    int colon = text.indexOf(':');
    int at = text.indexOf('@', Math.max(colon, 0));
    if (colon <= 0 || at < 0 || text.substring(at + 1).isBlank()) {
      throw unreadable(
          option, "write --move table.column:target.column@\"target.table_id = table.id\"");
    }
    ColumnPlace from = place(text.substring(0, colon).strip(), option, List.of(before));
    ColumnPlace to = place(text.substring(colon + 1, at).strip(), option, List.of(after));
    Move move = new Move(from, to, new SqlText(text.substring(at + 1).strip()));
    boolean isNew = before.table(to.table()).isEmpty();
    boolean goes = after.table(from.table()).isEmpty();
    if ((isNew || goes) && move.equalities().isEmpty()) {
      throw unreadable(
          option,
          "rows are made in a new table, so say which columns are equal: target.table_id ="
              + " table.id");
    }
    if (!isNew) {
      fills.put(to, valueOf(move));
    }
    if (!goes) {
      fillsDown.put(from, valueOf(move.reversed()));
      droppedColumns.add(from);
    } else {
      droppedTables.add(from.table());
    }
    moves.add(move);
    return this;
  }

  private static SqlText valueOf(Move move) {
    String table =
        move.from().table().schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
            + Identifiers.quoted(move.from().table().name());
    String column = Identifiers.quoted(move.from().column().text());
    return new SqlText(
        "(SELECT " + table + "." + column + " FROM " + table + " WHERE " + move.join() + ")");
  }

  private AnswerReader assign(String option, String text, SortedMap<ColumnPlace, SqlText> target) {
    int equals = text.indexOf('=');
    if (equals <= 0 || text.substring(equals + 1).isBlank()) {
      throw unreadable(option + " " + text, "write " + option + " table.column=\"SQL\"");
    }
    target.put(
        place(text.substring(0, equals).strip(), option + " " + text),
        new SqlText(text.substring(equals + 1).strip()));
    return this;
  }

  private ColumnPlace place(String text, String option) {
    return place(text, option, List.of(after, before));
  }

  private ColumnPlace place(String text, String option, List<Schema> schemas) {
    int dot = text.lastIndexOf('.');
    if (dot > 0 && dot < text.length() - 1) {
      ColumnName column = new ColumnName(text.substring(dot + 1));
      String name = text.substring(0, dot);
      for (Schema schema : schemas) {
        Optional<TableName> table =
            table(schema, name)
                .filter(it -> schema.table(it).orElseThrow().column(column).isPresent());
        if (table.isPresent()) {
          return new ColumnPlace(table.orElseThrow(), column);
        }
      }
      for (StatedRename it : renames) {
        // The plan speaks of a renamed table under its new name, of columns that go as well.
        if (it instanceof StatedRename.OfTable(TableName from, TableName to)
            && to.toString().equals(name)
            && before.table(from).flatMap(table -> table.column(column)).isPresent()) {
          return new ColumnPlace(to, column);
        }
      }
    }
    throw unreadable(
        option, "name a column as table.column; there is no " + text + " before or after");
  }

  private static Optional<TableName> table(Schema schema, String text) {
    return schema.tables().keySet().stream().filter(it -> it.toString().equals(text)).findFirst();
  }

  private TableName tableName(String text) {
    return table(after, text)
        .orElseGet(
            () -> {
              int dot = text.indexOf('.');
              return dot > 0 && dot < text.length() - 1
                  ? TableName.of(text.substring(0, dot), text.substring(dot + 1))
                  : TableName.of(text);
            });
  }

  private static ToolFailure unreadable(String option, String help) {
    return new ToolFailure(ToolFailure.Code.USAGE, "cannot understand " + option, help);
  }
}
