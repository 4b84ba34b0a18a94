package limbeck.dialect;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.options;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.varchar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/** Quoting, names, enum types, options, rows, sequences and schemas. */
final class OtherCases {
  private OtherCases() {}

  static Map<String, LowerCase> all() {
    return Map.of(
        "quoting", quoting(),
        "renames", renames(),
        "comments", comments(),
        "enums", enums(),
        "table-options", tableOptions(),
        "data", data(),
        "objects", objects());
  }

  private static LowerCase quoting() {
    List<String> strange =
        List.of(
            "order", "Mixed", "with space", "1st", "a$b", "$x", "q\"q", "q`q", "straße", "plain_1");
    List<String> words =
        List.of("rank", "groups", "offset", "period", "desc", "key", "value", "timestamp");
    List<Object> parts = new java.util.ArrayList<>();
    words.forEach(it -> parts.add(column(it, INTEGER)));
    parts.add(required("select", INTEGER));
    parts.add(primary("Pk", "select"));
    return LowerCase.of(
        creation("user", strange.stream().map(it -> column(it, INTEGER)).toArray()),
        creation("Order.t", parts.toArray()),
        creation("user", index("Ix", "order", "Mixed")),
        new TableOperation.DropTable(table("user"), false, false));
  }

  private static LowerCase renames() {
    return LowerCase.of(
        new TableOperation.RenameTable(table("a"), table("b")),
        new TableOperation.RenameTable(table("s.a"), table("s.Order")),
        new TableOperation.DropTable(table("a"), false, false),
        new TableOperation.DropTable(table("s.a"), false, false));
  }

  private static LowerCase comments() {
    Table commented =
        table(
                "t",
                column("a", INTEGER).withComment(Optional.of("first")),
                filled("b", varchar(5), literal("x"))
                    .withNullable(false)
                    .withComment(Optional.of("it's")))
            .withComment(Optional.of("the table's"));
    return LowerCase.of(
        new TableOperation.CreateTable(commented, false),
        comment("t", "new"),
        comment("s.t", "in schema"),
        comment("t", ""));
  }

  private static Operation comment(String table, String to) {
    return new TableOperation.SetTableComment(
        table(table), Optional.of("old"), to.isEmpty() ? Optional.empty() : Optional.of(to));
  }

  private static LowerCase enums() {
    EnumType mood = new EnumType(TypeName.of("mood"), List.of("sad", "it's ok"));
    EnumType kind = new EnumType(TypeName.of("s", "Kind"), List.of("A", "B"));
    SqlType moodType = new SqlType.EnumReference(mood.name());
    return new LowerCase(
        Schema.of(List.of(), List.of(mood, kind)),
        List.of(
            new TypeOperation.CreateEnum(mood, false),
            creation("t", filled("m", moodType, literal("sad")).withNullable(false)),
            add("t", column("n", moodType)),
            new TypeOperation.CreateEnum(kind, false),
            creation("s.u", column("m", new SqlType.EnumReference(kind.name())))));
  }

  private static Operation configured(String name, Map<String, String> options) {
    return new TableOperation.CreateTable(
        options(table(name, column("x", INTEGER)), options), false);
  }

  private static LowerCase tableOptions() {
    Table commented =
        options(
                table("b", column("x", INTEGER)),
                Map.of(
                    "postgresql_with.fillfactor",
                    "70",
                    "postgresql_tablespace",
                    "fast",
                    "mysql_default_charset",
                    "utf8mb4",
                    "mysql_row_format",
                    "DYNAMIC",
                    "prefixes",
                    "TEMPORARY",
                    "postgresql_on_commit",
                    "DELETE ROWS"))
            .withComment(Optional.of("c"));
    return LowerCase.of(
        configured(
            "a",
            Map.of(
                "postgresql_partition_by",
                "RANGE (x)",
                "mysql_engine",
                "InnoDB",
                "mysql_charset",
                "utf8mb4",
                "mysql_collate",
                "utf8mb4_bin",
                "sqlite_with_rowid",
                "False",
                "sqlite_strict",
                "True")),
        new TableOperation.CreateTable(commented, false),
        configured(
            "c",
            Map.of(
                "postgresql_using",
                "heap",
                "mysql_partition_by",
                "HASH (x)",
                "mysql_partitions",
                "4")));
  }

  private static LowerCase data() {
    Schema before =
        Schema.of(List.of(table("t", column("b", varchar(5)), column("a", INTEGER))), List.of());
    return new LowerCase(
        before,
        List.of(
            new DataOperation.ExecuteSql(
                new SqlText("UPDATE t SET a = 1 WHERE b = 'x'"), new TreeSet<>(), new TreeSet<>()),
            new DataOperation.InsertRows(
                table("t"), List.of(row("1", "'it''s'"), row("2", "'y'")))));
  }

  private static SortedMap<ColumnName, SqlText> row(String a, String b) {
    SortedMap<ColumnName, SqlText> row = new TreeMap<>();
    row.put(new ColumnName("a"), new SqlText(a));
    row.put(new ColumnName("b"), new SqlText(b));
    return row;
  }

  private static LowerCase objects() {
    SequenceOptions all =
        new SequenceOptions(
            Optional.of(5L),
            Optional.of(2L),
            Optional.of(1L),
            Optional.of(100L),
            Optional.of(true),
            Optional.of(10L));
    SequenceOptions ending =
        new SequenceOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.empty());
    return LowerCase.of(
        new ObjectOperation.CreateSequence(
            new Sequence(SequenceName.of("s1"), Optional.empty(), all), false),
        new ObjectOperation.CreateSequence(
            new Sequence(SequenceName.of("x", "s2"), Optional.of(INTEGER), ending), true),
        new ObjectOperation.DropSequence(SequenceName.of("x", "s2"), false),
        new ObjectOperation.CreateNamespace(new SchemaName("App"), true),
        new ObjectOperation.CreateNamespace(new SchemaName("app"), false),
        new ObjectOperation.DropNamespace(new SchemaName("app"), true, true));
  }
}
