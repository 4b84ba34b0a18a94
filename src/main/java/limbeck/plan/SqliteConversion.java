package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/**
 * How the values of a column of SQLite become those of another type. Alembic copies them with a
 * CAST when SQLAlchemy tells the two types apart, and SQLite casts anything to anything: a text
 * that is no number to 0, a date to its year. So what cannot be cast is looked for before, and what
 * CAST would spoil is made by an UPDATE, on the side of the CAST where it does no harm.
 */
final class SqliteConversion {
  private static final String MIDNIGHT = "' 00:00:00.000000'";

  /** Types that SQLAlchemy tells apart when it has read them from SQLite. */
  private enum Kind {
    INTEGER,
    NUMERIC,
    FLOAT,
    STRING,
    BOOLEAN,
    DATE,
    TIME,
    MOMENT,
    BINARY,
    JSON,
    OTHER;

    static Kind of(SqlType type) {
      return switch (type) {
        case SqlType.IntegerType _ -> INTEGER;
        case SqlType.Numeric _ -> NUMERIC;
        case SqlType.Floating _, SqlType.DoublePrecision _, SqlType.Real _ -> FLOAT;
        case SqlType.Varchar _,
            SqlType.Char _,
            SqlType.Text _,
            SqlType.EnumReference _,
            SqlType.TextEnum _,
            SqlType.Uuid _ ->
            STRING;
        case SqlType.BooleanType _ -> BOOLEAN;
        case SqlType.Date _ -> DATE;
        case SqlType.Time _ -> TIME;
        case SqlType.Timestamp _, SqlType.Interval _ -> MOMENT;
        case SqlType.Binary _ -> BINARY;
        case SqlType.Json _ -> JSON;
        case SqlType.ArrayOf _, SqlType.Named _, SqlType.Variant _, SqlType.Unknown _ -> OTHER;
      };
    }

    boolean isNumber() {
      return this == INTEGER || this == NUMERIC || this == FLOAT || this == BOOLEAN;
    }

    boolean isTime() {
      return this == DATE || this == TIME || this == MOMENT;
    }
  }

  private final ColumnPlace place;
  private final SqlType from;
  private final SqlType to;
  private final Kind was;
  private final Kind is;
  private final RowSql sql;
  private final Schema schema;
  private final String column;

  private SqliteConversion(ColumnPlace place, SqlType from, SqlType to, Draft draft) {
    this.place = place;
    this.from = from;
    this.to = to;
    this.was = Kind.of(from);
    this.is = Kind.of(to);
    this.sql = draft.sql();
    this.schema = draft.schema();
    this.column = sql.column(place.column());
  }

  /**
   * Returns the conversion.
   *
   * @param place the column
   * @param from its type on this database
   * @param to its new type on this database
   * @param using an expression over the row that says what values become
   * @param labels what becomes of labels that go
   */
  static Way of(
      ColumnPlace place,
      SqlType from,
      SqlType to,
      Optional<SqlText> using,
      SortedMap<String, String> labels,
      Draft draft) {
    SqliteConversion it = new SqliteConversion(place, from, to, draft);
    return using.map(value -> it.stated(value.text())).orElseGet(() -> it.find(labels));
  }

  /** Assigning to an integer rounds elsewhere; the CAST would make 28 of 0.29 * 100. */
  private Way stated(String value) {
    boolean rounds = is == Kind.INTEGER && (was == Kind.NUMERIC || was == Kind.FLOAT);
    return made(rounds ? "round(" + value + ")" : value);
  }

  private Way find(SortedMap<String, String> labels) {
    if (was == Kind.STRING && is == Kind.STRING) {
      return betweenTexts(labels);
    }
    if (was == is) {
      return plain();
    }
    return switch (was) {
      case STRING -> fromText();
      case BOOLEAN -> is == Kind.STRING ? made(words()) : fromNumber();
      case INTEGER, NUMERIC, FLOAT -> fromNumber();
      case DATE, TIME, MOMENT -> fromTime();
      case JSON -> is.isNumber() || is.isTime() ? nothingInCommon() : plain();
      case BINARY -> is.isNumber() || is.isTime() ? nothingInCommon() : plain();
      case OTHER -> plain();
    };
  }

  private Way betweenTexts(SortedMap<String, String> stated) {
    boolean wasUuid = from instanceof SqlType.Uuid;
    boolean isUuid = to instanceof SqlType.Uuid;
    if (isUuid && !wasUuid) {
      return made("lower(replace(" + column + ", '-', ''))")
          .withCheck(require("length(replace(" + column + ", '-', '')) <> 32", "that is no UUID"));
    }
    if (wasUuid && !isUuid) {
      return holdsHyphens(to) ? made(hyphenated()) : plain();
    }
    return relabelled(stated);
  }

  private static boolean holdsHyphens(SqlType type) {
    return switch (type) {
      case SqlType.Varchar it -> it.length().orElse(36) >= 36;
      case SqlType.Char it -> it.length().orElse(1) >= 36;
      default -> true; // it has no length
    };
  }

  private String hyphenated() {
    return ("substr(%1$s, 1, 8) || '-' || substr(%1$s, 9, 4) || '-' || substr(%1$s, 13, 4)"
            + " || '-' || substr(%1$s, 17, 4) || '-' || substr(%1$s, 21)")
        .formatted(column);
  }

  private Way fromText() {
    return switch (is) {
      case BOOLEAN -> {
        String word = "lower(trim(" + column + "))";
        yield made("CASE WHEN "
                + word
                + " IN ("
                + MysqlConversion.TRUE
                + ") THEN 1 WHEN "
                + column
                + " IS NOT NULL THEN 0 END")
            .withCheck(
                require(
                    word + " NOT IN (" + MysqlConversion.TRUE + ", " + MysqlConversion.FALSE + ")",
                    "that is neither true nor false"));
      }
      case INTEGER ->
          plain()
              .withCheck(
                  require(
                      "ltrim(trim(%1$s), '+-') = '' OR ltrim(trim(%1$s), '+-') GLOB '*[^0-9]*'"
                          .formatted(column),
                      "that is no whole number"));
      case NUMERIC, FLOAT ->
          plain()
              .withCheck(
                  require(
                      "trim(%1$s) NOT GLOB '*[0-9]*' OR trim(%1$s) GLOB '*[^0-9.eE+-]*'"
                          .formatted(column),
                      "that is no number"));
      case JSON ->
          plain()
              .withCheck(
                  require(
                      column + " IS NOT NULL AND NOT json_valid(" + column + ")",
                      "that is no JSON"));
      case DATE -> timed("date", "date(" + column + ")", "that is no date");
      case TIME -> timed("time", "", "that is no time of day");
      case MOMENT ->
          timed("datetime", "replace(" + column + ", 'T', ' ')", "that is no point in time");
      case STRING, BINARY, OTHER -> plain();
    };
  }

  private Way timed(String function, String value, String message) {
    Way way = value.isEmpty() ? plain() : made(value);
    return way.withCheck(
        require(column + " IS NOT NULL AND " + function + "(" + column + ") IS NULL", message));
  }

  /** PostgreSQL calls them so, too. */
  private String words() {
    return "CASE " + column + " WHEN '1' THEN 'true' WHEN '0' THEN 'false' END";
  }

  private Way fromNumber() {
    return switch (is) {
      case BOOLEAN ->
          made(column + " <> 0").withChanges("0 becomes false, every other number true");
      case INTEGER -> was == Kind.BOOLEAN ? plain() : plain().withChanges("fractions are cut off");
      case DATE, TIME, MOMENT -> nothingInCommon();
      case NUMERIC, FLOAT, STRING, BINARY, JSON, OTHER -> plain();
    };
  }

  private Way fromTime() {
    return switch (is) {
      case INTEGER, NUMERIC, FLOAT, BOOLEAN -> nothingInCommon();
      case DATE ->
          was == Kind.MOMENT
              ? made("date(" + column + ")").withChanges("the time of day is lost")
              : nothingInCommon();
      case TIME ->
          was == Kind.MOMENT
              ? made("substr(" + column + ", 12)").withChanges("the date is lost")
              : nothingInCommon();
      case MOMENT -> was == Kind.DATE ? made(column + " || " + MIDNIGHT) : nothingInCommon();
      case STRING, BINARY, JSON, OTHER -> plain();
    };
  }

  private Way nothingInCommon() {
    return plain().withUnknown(Optional.of("the two have nothing in common"));
  }

  /** The values are copied, with a CAST where Alembic makes one. */
  private Way plain() {
    return Way.of(List.of(), List.of(retype()));
  }

  /**
   * A text stays what it is when it is cast to a text, but a column of numbers would make a number
   * of it; everything else has to be made before the CAST.
   */
  private Way made(String value) {
    Operation fill =
        new DataOperation.Backfill(
            place.table(), place.column(), new SqlText(value), Optional.empty());
    return Way.of(List.of(), is == Kind.STRING ? List.of(retype(), fill) : List.of(fill, retype()));
  }

  private Operation retype() {
    return new ColumnOperation.AlterColumn(
        place.table(),
        place.column(),
        List.of(new ColumnChange.SetType(Optional.of(from), written(), Optional.empty())));
  }

  /** A CAST would make numbers of dates; Alembic makes none between variants of one type. */
  private SqlType written() {
    if (!is.isTime() || is == was) {
      return to;
    }
    SqlType base =
        switch (from) {
          case SqlType.Uuid _, SqlType.EnumReference _, SqlType.TextEnum _ ->
              new SqlType.Varchar(Optional.empty(), Optional.empty());
          case SqlType.Interval _ -> new SqlType.Timestamp(false, Optional.empty());
          default -> from; // SQLAlchemy reads it as what it is
        };
    return new SqlType.Variant(base, new TreeMap<>(java.util.Map.of(DialectName.SQLITE, to)));
  }

  private Operation require(String condition, String what) {
    return new DataOperation.RequireNoRows(
        place.table(),
        sql.rowsWhere(place.table(), condition),
        "Rows of " + place.table() + " have something in " + place.column() + " " + what + ".");
  }

  private Way relabelled(SortedMap<String, String> stated) {
    List<String> after = labels(to, schema);
    return after.isEmpty()
        ? plain()
        : MysqlConversion.relabelled(
            place, new SqlType.TextEnum(labels(from, schema), 0), after, stated, retype(), sql);
  }

  /** Returns the labels a column is held to; empty for none. */
  static List<String> labels(SqlType type, Schema schema) {
    return switch (type) {
      case SqlType.TextEnum(List<String> labels, int _) -> labels;
      case SqlType.EnumReference(var name) ->
          schema.enumType(name).map(EnumType::labels).orElse(List.of());
      default -> List.of(); // it takes any text
    };
  }

  /**
   * Returns what becomes of labels on the way back: those that were renamed get their name again.
   */
  static SortedMap<String, String> inverted(
      SortedMap<String, String> labels, SqlType from, SqlType to, Schema schema) {
    SortedMap<String, String> result = new TreeMap<>();
    List<String> before = labels(from, schema);
    List<String> after = labels(to, schema);
    labels.forEach(
        (label, other) -> {
          if (after.contains(other) && !after.contains(label) && !before.contains(other)) {
            result.putIfAbsent(other, label);
          }
        });
    return result;
  }
}
