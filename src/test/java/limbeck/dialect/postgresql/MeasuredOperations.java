package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.SMALLINT;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.comment;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.dropConstraint;
import static limbeck.dialect.Make.dropIndex;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.fill;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.name;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.rename;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.unfill;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static limbeck.dialect.Make.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.ColumnChange;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** Operations whose locks are measured, and the tables they meet. */
final class MeasuredOperations {
  static final Schema BASE =
      Schema.of(
          List.of(
              table("o", required("id", INTEGER), primary("o_pkey", "id")),
              table(
                  "t",
                  required("id", INTEGER),
                  column("a", INTEGER),
                  column("v", varchar(20)),
                  column("x", TEXT),
                  column("c", new SqlType.Char(Optional.of(10), Optional.empty())),
                  column("n", new SqlType.Numeric(Optional.of(8), Optional.of(2))),
                  column("ts", new SqlType.Timestamp(false, Optional.of(3))),
                  column("s", SMALLINT),
                  column("r", new SqlType.Real()),
                  column("j", new SqlType.Json(false)),
                  column("m", new SqlType.EnumReference(TypeName.of("mood"))),
                  column("ci", named("cidr")),
                  column("va", new SqlType.ArrayOf(varchar(5), 1)),
                  column("ev", varchar(20)),
                  column("cv", varchar(20)),
                  column("p", INTEGER),
                  column("f", INTEGER),
                  filled("d", INTEGER, literal("1")),
                  required("i", INTEGER).withGeneration(Optional.of(identity(false))),
                  column("w", INTEGER)
                      .withGeneration(Optional.of(computed("a + 1", Optional.of(true)))),
                  primary("t_pkey", "id"),
                  unique("uq_p", "p"),
                  check("ck_cv", "cv <> ''"),
                  check("ck_a", "a IS NOT NULL AND a > 0"),
                  foreign("fk_f", "f", "o", "id"),
                  foreign("fk_later", "a", "o", "id").withValidated(false),
                  new Constraint.Check(name("ck_later"), new SqlText("s > 0"), false),
                  index("ix_v", "v"),
                  uniqueIndex("ix_s", "s"),
                  index("ix_ev", over("lower(ev)"))),
              table(
                  "child",
                  required("id", INTEGER),
                  column("t", INTEGER),
                  foreign("fk_t", "t", "t", "id"))),
          List.of(new EnumType(TypeName.of("mood"), List.of("ok"))));

  private MeasuredOperations() {}

  static Map<String, Operation> all(int major) {
    Map<String, Operation> all = new LinkedHashMap<>();
    addedColumns(all, major);
    alteredColumns(all);
    types(all);
    constraints(all);
    others(all);
    return all;
  }

  private static void addedColumns(Map<String, Operation> all, int major) {
    all.put("add column", add("t", column("new", INTEGER)));
    all.put(
        "add column, constant",
        add("t", filled("new", varchar(9), literal("x")).withNullable(false)));
    all.put("add column, now()", add("t", filled("new", DATETIME, new Default.Now())));
    all.put("add column, current date", add("t", filled("new", TEXT, expression("current_user"))));
    all.put("add column, lower()", add("t", filled("new", TEXT, expression("lower('X')"))));
    all.put(
        "add column, clock_timestamp()",
        add("t", filled("new", DATETIME, expression("clock_timestamp()"))));
    all.put(
        "add column, random()",
        add("t", filled("new", new SqlType.DoublePrecision(), expression("random()"))));
    all.put(
        "add column, gen_random_uuid()",
        add("t", filled("new", new SqlType.Uuid(true), expression("gen_random_uuid()"))));
    all.put(
        "add column, boolean", add("t", filled("new", BOOLEAN, new Default.BooleanConstant(true))));
    all.put("add column, serial", add("t", key("new", INTEGER)));
    Column numbered = required("new", BIGINT).withGeneration(Optional.of(identity(true)));
    all.put("add column, identity", add("t", numbered));
    all.put("add column, stored", add("t", computedColumn(Optional.of(true))));
    if (major >= 18) {
      all.put("add column, virtual", add("t", computedColumn(Optional.of(false))));
      all.put(
          "add column, virtual, not null",
          add("t", computedColumn(Optional.of(false)).withNullable(false)));
    }
  }

  private static Column computedColumn(Optional<Boolean> stored) {
    Generation generation = computed("id * 2", stored);
    return column("new", INTEGER).withGeneration(Optional.of(generation));
  }

  private static void alteredColumns(Map<String, Operation> all) {
    all.put("drop column", drop("t", "x"));
    all.put("drop column in a key", drop("t", "f"));
    all.put("rename column", alter("t", "x", rename("y")));
    all.put("set not null", alter("t", "v", new ColumnChange.SetNullable(false)));
    all.put("set not null, proven", alter("t", "a", new ColumnChange.SetNullable(false)));
    all.put("drop not null", alter("t", "v", new ColumnChange.SetNullable(true)));
    all.put("set default", alter("t", "v", fill(literal("x"))));
    all.put("drop default", alter("t", "d", unfill()));
    all.put("comment on column", alter("t", "v", comment("c")));
    all.put(
        "drop identity",
        alter(
            "t",
            "i",
            new ColumnChange.SetGeneration(Optional.of(identity(false)), Optional.empty())));
    all.put(
        "add identity",
        alter(
            "t",
            "id",
            new ColumnChange.SetGeneration(Optional.empty(), Optional.of(identity(false)))));
    all.put(
        "drop expression",
        alter(
            "t",
            "w",
            new ColumnChange.SetGeneration(
                Optional.of(computed("a + 1", Optional.of(true))), Optional.empty())));
    all.put("start counting", alter("t", "id", new ColumnChange.SetAutoincrement(true)));
  }

  private static void types(Map<String, Operation> all) {
    all.put("varchar longer", alter("t", "v", type(varchar(30))));
    all.put("varchar shorter", alter("t", "v", type(varchar(10))));
    all.put(
        "varchar without end",
        alter("t", "v", type(new SqlType.Varchar(Optional.empty(), Optional.empty()))));
    all.put("varchar to text", alter("t", "v", type(TEXT)));
    all.put("text to varchar", alter("t", "x", type(varchar(30))));
    all.put(
        "varchar to char",
        alter("t", "cv", type(new SqlType.Char(Optional.of(30), Optional.empty()))));
    all.put(
        "char longer", alter("t", "c", type(new SqlType.Char(Optional.of(30), Optional.empty()))));
    all.put("char to text", alter("t", "c", type(TEXT)));
    all.put(
        "varchar collated",
        alter("t", "v", type(new SqlType.Varchar(Optional.of(20), Optional.of("C")))));
    all.put("varchar, indexed expression", alter("t", "ev", type(TEXT)));
    all.put("varchar, checked", alter("t", "cv", type(TEXT)));
    all.put("numeric wider", alter("t", "n", type(numeric(10, 2))));
    all.put(
        "numeric without end",
        alter("t", "n", type(new SqlType.Numeric(Optional.empty(), Optional.empty()))));
    all.put("numeric, other scale", alter("t", "n", type(numeric(10, 3))));
    all.put("numeric narrower", alter("t", "n", type(numeric(6, 2))));
    all.put("timestamp wider", alter("t", "ts", type(DATETIME)));
    all.put(
        "timestamp narrower", alter("t", "ts", type(new SqlType.Timestamp(false, Optional.of(0)))));
    all.put("timestamp to date", alter("t", "ts", type(new SqlType.Date())));
    all.put("smallint to integer", alter("t", "s", type(INTEGER)));
    all.put("integer to bigint", alter("t", "p", type(BIGINT)));
    all.put("key to bigint", alter("t", "id", type(BIGINT)));
    all.put("foreign key to bigint", alter("t", "f", type(BIGINT)));
    all.put("integer to smallint", alter("t", "p", type(SMALLINT)));
    all.put("integer to text", alter("t", "p", type(TEXT)));
    all.put("real to double", alter("t", "r", type(new SqlType.DoublePrecision())));
    all.put("json to jsonb", alter("t", "j", type(new SqlType.Json(true))));
    all.put("enum to text", alter("t", "m", type(TEXT)));
    all.put("cidr to inet", alter("t", "ci", type(named("inet"))));
    all.put("array of longer", alter("t", "va", type(new SqlType.ArrayOf(varchar(9), 1))));
    all.put(
        "text to integer, using",
        alter(
            "t",
            "x",
            new ColumnChange.SetType(
                Optional.empty(), INTEGER, Optional.of(new SqlText("x::integer")))));
    all.put(
        "varchar longer, using a cast",
        alter(
            "t",
            "v",
            new ColumnChange.SetType(
                Optional.empty(), varchar(30), Optional.of(new SqlText("v::varchar(30)")))));
    all.put(
        "varchar longer, using a function",
        alter(
            "t",
            "v",
            new ColumnChange.SetType(
                Optional.empty(), varchar(30), Optional.of(new SqlText("lower(v)")))));
  }

  private static SqlType numeric(int precision, int scale) {
    return new SqlType.Numeric(Optional.of(precision), Optional.of(scale));
  }

  private static void constraints(Map<String, Operation> all) {
    Constraint.ForeignKey key = foreign("fk_new", "a", "o", "id");
    all.put("foreign key", add("t", key));
    all.put("foreign key, not valid", add("t", key.withValidated(false)));
    all.put("check", add("t", check("ck_new", "id > 0")));
    all.put(
        "check, not valid",
        add("t", new Constraint.Check(name("ck_new"), new SqlText("id > 0"), false)));
    all.put(
        "validate check",
        new ConstraintOperation.ValidateConstraint(table("t"), new ConstraintName("ck_a")));
    all.put(
        "validate key",
        new ConstraintOperation.ValidateConstraint(table("t"), new ConstraintName("fk_later")));
    all.put(
        "validate again",
        new ConstraintOperation.ValidateConstraint(table("t"), new ConstraintName("fk_f")));
    all.put(
        "validate a checked check",
        new ConstraintOperation.ValidateConstraint(table("t"), new ConstraintName("ck_a")));
    all.put("unique", add("t", unique("uq_new", "id", "p")));
    all.put("primary key", add("child", primary("pk_new", "id")));
    all.put("primary key over NULLs", add("child", primary("pk_new", "t")));
    all.put(
        "unique from an index",
        new ConstraintOperation.AddConstraint(
            table("t"), unique("uq_s", "s"), Optional.of(new IndexName("ix_s"))));
    all.put("drop foreign key", dropConstraint("t", "fk_f", ConstraintOperation.Kind.FOREIGN_KEY));
    all.put("drop check", dropConstraint("t", "ck_a", ConstraintOperation.Kind.CHECK));
    all.put(
        "drop key, cascading",
        new ConstraintOperation.DropConstraint(
            table("o"), new ConstraintName("o_pkey"), Optional.empty(), false, true));
    all.put(
        "rename constraint",
        new ConstraintOperation.RenameConstraint(
            table("t"), new ConstraintName("ck_a"), new ConstraintName("ck_b")));
  }

  private static void others(Map<String, Operation> all) {
    all.put("index", creation("t", index("ix_new", "a")));
    all.put("unique index", creation("t", uniqueIndex("ix_new", "p", "id")));
    all.put(
        "partial index",
        creation(
            "t", with(uniqueIndex("ix_new", "p"), "", List.of(), "a > 0", false, new TreeMap<>())));
    all.put("drop index", dropIndex("t", "ix_v"));
    all.put(
        "rename index",
        new IndexOperation.RenameIndex(
            table("t"), new IndexName("ix_v"), new IndexName("ix_renamed")));
    all.put("create table", creation("new", column("t", INTEGER), foreign("", "t", "t", "id")));
    all.put("rename table", new TableOperation.RenameTable(table("o"), table("o2")));
    all.put(
        "comment on table",
        new TableOperation.SetTableComment(table("t"), Optional.empty(), Optional.of("c")));
    all.put(
        "backfill",
        new DataOperation.Backfill(
            table("t"), new ColumnName("x"), new SqlText("'y'"), Optional.empty()));
    all.put(
        "require",
        new DataOperation.RequireNoRows(
            table("t"), new SqlText("SELECT 1 FROM t WHERE id > 900"), "too many"));
  }
}
