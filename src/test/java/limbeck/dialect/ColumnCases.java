package limbeck.dialect;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.comment;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.fill;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.rename;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.starting;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.unfill;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.varchar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.Table;

/** Columns added, dropped and altered. */
final class ColumnCases {
  private ColumnCases() {}

  static Map<String, LowerCase> all() {
    return Map.of(
        "columns", columns(),
        "columns-if-exists", ifExists(),
        "columns-altered", altered(),
        "columns-altered-postgresql", alteredPostgresql(),
        "columns-altered-mysql", alteredMysql(),
        "comments-of-columns", comments(),
        "sqlite-rebuild", rebuild());
  }

  private static LowerCase columns() {
    return LowerCase.of(
        add("t", column("c", INTEGER)),
        add("t", filled("c", varchar(10), literal("x")).withNullable(false)),
        add("s.t", filled("c", BOOLEAN, new Default.BooleanConstant(false)).withNullable(false)),
        add("t", required("order", INTEGER)),
        drop("t", "c"),
        drop("s.t", "order"));
  }

  private static LowerCase ifExists() {
    return LowerCase.of(
        new ColumnOperation.AddColumn(table("t"), column("c", INTEGER), true),
        new ColumnOperation.DropColumn(table("t"), new ColumnName("c"), true),
        new TableOperation.DropTable(table("t"), true, false),
        new TableOperation.CreateTable(table("t", column("c", INTEGER)), true));
  }

  private static LowerCase altered() {
    Schema before = Schema.of(List.of(table("t", column("a", INTEGER))), List.of());
    return new LowerCase(
        before,
        List.of(
            alter("t", "a", new ColumnChange.SetNullable(false)),
            alter("t", "a", new ColumnChange.SetNullable(true)),
            alter("t", "a", type(BIGINT)),
            alter("t", "a", fill(literal("5"))),
            alter("t", "a", fill(expression("6"))),
            alter("t", "a", unfill()),
            alter("t", "a", rename("z")),
            alter(
                "t",
                "a",
                type(varchar(20)),
                new ColumnChange.SetNullable(false),
                fill(literal("x")),
                comment("c"),
                rename("z"))));
  }

  private static ColumnChange generation(Optional<Generation> from, Optional<Generation> to) {
    return new ColumnChange.SetGeneration(from, to);
  }

  private static LowerCase alteredPostgresql() {
    Optional<Generation> plain = Optional.of(identity(false));
    SequenceOptions faster =
        new SequenceOptions(
            Optional.empty(),
            Optional.of(3L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(4L));
    return LowerCase.of(
        alter(
            "t",
            "a",
            new ColumnChange.SetType(
                Optional.empty(), INTEGER, Optional.of(new SqlText("a::integer")))),
        alter("s.t", "a", type(TEXT)),
        alter("t", "a", generation(Optional.empty(), plain)),
        alter(
            "t",
            "a",
            generation(Optional.empty(), Optional.of(new Generation.Identity(true, starting(10))))),
        alter("t", "b", generation(plain, Optional.empty())),
        alter("t", "b", generation(plain, Optional.of(identity(true)))),
        alter("t", "b", generation(plain, Optional.of(new Generation.Identity(true, faster)))),
        alter("t", "a", fill(new Default.Now())));
  }

  private static LowerCase alteredMysql() {
    Column text =
        filled("a", varchar(10), literal("x")).withNullable(false).withComment(Optional.of("c"));
    Schema before =
        Schema.of(List.of(table("t", text, column("d", DATETIME), key("id", INTEGER))), List.of());
    return new LowerCase(
        before,
        List.of(
            alter("t", "a", new ColumnChange.SetNullable(false)),
            alter("t", "a", type(varchar(20))),
            alter("t", "d", fill(new Default.Now())),
            alter("t", "id", type(BIGINT)),
            alter("t", "a", rename("z")),
            alter("t", "a", comment(""))));
  }

  private static LowerCase comments() {
    Column commented = column("a", INTEGER).withComment(Optional.of("old"));
    return new LowerCase(
        Schema.of(List.of(table("t", commented)), List.of()),
        List.of(
            alter("t", "a", comment("new")),
            alter("t", "a", comment("")),
            add("t", column("c", INTEGER).withComment(Optional.of("third")))));
  }

  private static LowerCase rebuild() {
    Table table =
        table(
            "t",
            key("id", INTEGER),
            filled("a", varchar(10), literal("x")),
            column("order", INTEGER),
            primary("", "id"),
            index("ix_t_a", "a"));
    Table other =
        table(
            "s.t",
            key("id", INTEGER),
            column("p", INTEGER),
            primary("", "id"),
            foreign("fk_p", "p", "s.t", "id"));
    Operation key = add("t", foreign("fk_t", "order", "o", "id", ReferentialAction.CASCADE));
    return new LowerCase(
        Schema.of(List.of(table, other), List.of()),
        List.of(
            alter("t", "a", type(INTEGER), new ColumnChange.SetNullable(false)),
            add("t", unique("uq_t", "order")),
            key,
            add("t", filled("at", DATETIME, new Default.Now()).withNullable(false)),
            alter("t", "a", unfill()),
            Make.dropConstraint("s.t", "fk_p", ConstraintOperation.Kind.FOREIGN_KEY)));
  }
}
