package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Origin;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Operations to render, and what is around them. */
final class RenderCases {
  static final TableName USERS = TableName.of("users");
  static final TableName TASKS = TableName.of("tasks");
  static final SqlType INTEGER = new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);

  private RenderCases() {}

  static SqlType varchar(int length) {
    return new SqlType.Varchar(Optional.of(length), Optional.empty());
  }

  static ColumnName name(String text) {
    return new ColumnName(text);
  }

  static List<ColumnName> names(String... texts) {
    return List.of(texts).stream().map(ColumnName::new).toList();
  }

  static Column key(String name) {
    return Column.of(name, INTEGER, false).withAutoincrement(true);
  }

  static Constraint.PrimaryKey primaryKey(String... columns) {
    return new Constraint.PrimaryKey(Optional.empty(), names(columns), Deferral.NOT_DEFERRABLE);
  }

  static Constraint.Unique unique(String name, String... columns) {
    return new Constraint.Unique(
        Optional.of(new ConstraintName(name)),
        names(columns),
        List.of(),
        false,
        Deferral.NOT_DEFERRABLE);
  }

  static Constraint.ForeignKey foreignKey(
      Optional<String> name, String column, TableName target, ReferentialAction onDelete) {
    return new Constraint.ForeignKey(
        name.map(ConstraintName::new),
        names(column),
        target,
        names("id"),
        onDelete,
        ReferentialAction.NO_ACTION,
        Optional.empty(),
        Deferral.NOT_DEFERRABLE,
        true);
  }

  static Constraint.Check check(String name, String condition) {
    return new Constraint.Check(
        Optional.of(new ConstraintName(name)), new SqlText(condition), true);
  }

  static Table table(
      TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    return new Table(name, columns, constraints, indexes, Optional.empty(), new TreeMap<>());
  }

  static Table users() {
    return table(
        USERS,
        List.of(key("id"), Column.of("email", varchar(320), false)),
        List.of(primaryKey("id")),
        List.of());
  }

  static Table tasks() {
    Column created =
        Column.of("created_at", new SqlType.Timestamp(false, Optional.empty()), false)
            .withServerDefault(Optional.of(new Default.Now()));
    return table(
        TASKS,
        List.of(
            key("id"),
            Column.of("title", varchar(200), false),
            Column.of("user_id", INTEGER, false),
            created),
        List.of(
            primaryKey("id"),
            foreignKey(Optional.empty(), "user_id", USERS, ReferentialAction.CASCADE)),
        List.of(Index.of("ix_tasks_user_id", false, names("user_id"))));
  }

  /** A schema with users, tasks and an enum type. */
  static Schema schema() {
    return Schema.of(
        List.of(users(), tasks()),
        List.of(new EnumType(TypeName.of("mood"), List.of("good", "bad"))));
  }

  static RenderOptions options() {
    return options(DialectName.POSTGRESQL, Map.of(), false);
  }

  static RenderOptions options(DialectName dialect, Map<String, String> convention, boolean batch) {
    SortedMap<String, String> sorted = new TreeMap<>(convention);
    return new RenderOptions(
        dialect, ScriptTemplate.DEFAULT, sorted, batch, true, new PlainSpelling());
  }

  static RevisionDraft draft(Schema before, Operation... upgrade) {
    List<Step> steps = new ArrayList<>();
    Schema after = before;
    for (Operation operation : upgrade) {
      steps.add(Step.of(operation, new Origin.Generated("")));
      after = Apply.after(operation, after);
    }
    return draft(before, steps, after, List.of(), List.of());
  }

  static RevisionDraft draft(
      Schema before, List<Step> upgrade, Schema after, List<Step> downgrade, List<String> notes) {
    return new RevisionDraft(
        new RevisionId("0002"),
        List.of(new RevisionId("0001")),
        List.of(),
        List.of(),
        "change something",
        "2026-01-02 03:04:05.000006",
        before,
        upgrade,
        after,
        downgrade,
        Optional.empty(),
        notes);
  }

  /** Returns the lines of {@code upgrade()} for operations, without their indentation. */
  static String upgrade(Schema before, RenderOptions options, Operation... operations) {
    String script = ScriptRenderer.render(draft(before, operations), options);
    String begin = "    \"\"\"Upgrade schema.\"\"\"\n";
    int from = script.indexOf(begin) + begin.length();
    String body = script.substring(from, script.indexOf("\n\ndef downgrade", from));
    return body.stripTrailing().stripIndent();
  }

  static String upgrade(Operation... operations) {
    return upgrade(schema(), options(), operations);
  }

  /** Returns columns of every type that has a class in SQLAlchemy or not. */
  static List<Column> everyType() {
    SortedMap<DialectName, SqlType> variants = new TreeMap<>();
    variants.put(DialectName.POSTGRESQL, new SqlType.Json(true));
    List<SqlType> types =
        List.of(
            new SqlType.IntegerType(SqlType.IntegerSize.SMALL),
            new SqlType.IntegerType(SqlType.IntegerSize.BIG),
            new SqlType.Numeric(Optional.of(10), Optional.of(2)),
            new SqlType.Floating(Optional.empty()),
            new SqlType.DoublePrecision(),
            new SqlType.Real(),
            new SqlType.Varchar(Optional.empty(), Optional.of("C")),
            new SqlType.Char(Optional.of(3), Optional.empty()),
            new SqlType.Text(Optional.empty()),
            new SqlType.BooleanType(),
            new SqlType.Date(),
            new SqlType.Time(true, Optional.of(3)),
            new SqlType.Timestamp(true, Optional.empty()),
            new SqlType.Timestamp(false, Optional.of(0)),
            new SqlType.Interval(Optional.empty(), Optional.empty()),
            new SqlType.Interval(Optional.of("YEAR TO MONTH"), Optional.empty()),
            new SqlType.Binary(Optional.empty()),
            new SqlType.Json(false),
            new SqlType.Json(true),
            new SqlType.Uuid(true),
            new SqlType.Uuid(false),
            new SqlType.EnumReference(TypeName.of("mood")),
            new SqlType.TextEnum(List.of("a", "it's"), 10),
            new SqlType.ArrayOf(INTEGER, 1),
            new SqlType.ArrayOf(new SqlType.Text(Optional.empty()), 2),
            new SqlType.Named("inet", List.of()),
            new SqlType.Named("bit", List.of("3")),
            new SqlType.Named("vector", List.of("3")),
            new SqlType.Variant(new SqlType.Json(false), variants));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      columns.add(Column.of("c" + i, types.get(i), true));
    }
    return columns;
  }

  /** Returns a sequence of operations that holds every kind that has a directive. */
  static List<Operation> everyOperation() {
    List<Operation> result = new ArrayList<>();
    result.add(
        new TypeOperation.CreateEnum(
            new EnumType(TypeName.of("state"), List.of("open", "it's")), false));
    result.add(new TableOperation.CreateTable(special(), false));
    result.add(new TableOperation.RenameTable(TASKS, TableName.of("jobs")));
    result.add(new TableOperation.RenameTable(TableName.of("jobs"), TASKS));
    result.add(new TableOperation.SetTableComment(TASKS, Optional.empty(), Optional.of("it's")));
    result.add(new TableOperation.SetTableComment(TASKS, Optional.of("it's"), Optional.empty()));
    for (Column column : everyType()) {
      result.add(new ColumnOperation.AddColumn(TASKS, column, false));
    }
    addColumnChanges(result);
    addConstraints(result);
    addIndexes(result);
    addRows(result);
    result.add(new ColumnOperation.DropColumn(TASKS, name("c0"), false));
    result.add(new TableOperation.DropTable(TableName.of("special"), false, false));
    result.add(new TypeOperation.DropEnum(TypeName.of("state"), true));
    return result;
  }

  private static Table special() {
    SequenceOptions options =
        new SequenceOptions(
            Optional.of(5L),
            Optional.of(2L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty());
    return table(
        TableName.of("special"),
        List.of(
            Column.of("id", INTEGER, false)
                .withGeneration(Optional.of(new Generation.Identity(true, options))),
            Column.of("state", new SqlType.EnumReference(TypeName.of("state")), false)
                .withServerDefault(Optional.of(new Default.Literal("it's"))),
            Column.of("data", new SqlType.Json(true), false)
                .withServerDefault(
                    Optional.of(new Default.Expression(new SqlText("'{\"on\":true}'::jsonb")))),
            Column.of("width", INTEGER, false),
            Column.of("area", INTEGER, true)
                .withGeneration(
                    Optional.of(
                        new Generation.Computed(new SqlText("width * width"), Optional.of(true)))),
            Column.of("active", new SqlType.BooleanType(), false)
                .withServerDefault(Optional.of(new Default.BooleanConstant(true)))
                .withComment(Optional.of("back\\slash \"and\" 'quotes'\nnew line"))),
        List.of(
            primaryKey("id"),
            unique("uq_special_width", "width"),
            check("ck_special_width", "width > 0 AND data->>'a:b' <> ':c'")),
        List.of(Index.of("ix_special_area", true, names("area"))));
  }

  private static void addColumnChanges(List<Operation> result) {
    ColumnChange retype =
        new ColumnChange.SetType(
            Optional.of(varchar(200)),
            new SqlType.Text(Optional.empty()),
            Optional.of(new SqlText("title::text")));
    result.add(new ColumnOperation.AlterColumn(TASKS, name("title"), List.of(retype)));
    result.add(
        new ColumnOperation.AlterColumn(
            TASKS,
            name("title"),
            List.of(
                new ColumnChange.SetNullable(true),
                new ColumnChange.SetDefault(
                    Optional.empty(), Optional.of(new Default.Literal("none"))),
                new ColumnChange.SetComment(Optional.empty(), Optional.of("the title")),
                new ColumnChange.Rename(name("label")))));
    result.add(
        new ColumnOperation.AlterColumn(
            TASKS,
            name("label"),
            List.of(
                new ColumnChange.SetDefault(
                    Optional.of(new Default.Literal("none")), Optional.empty()))));
  }

  private static void addConstraints(List<Operation> result) {
    result.add(
        new ConstraintOperation.AddConstraint(
            USERS, unique("uq_users_email", "email"), Optional.empty()));
    result.add(
        new ConstraintOperation.AddConstraint(
            USERS, check("ck_users_email", "email LIKE '%@%'"), Optional.empty()));
    result.add(
        new ConstraintOperation.AddConstraint(
            TASKS,
            foreignKey(Optional.of("fk_tasks_user"), "user_id", USERS, ReferentialAction.SET_NULL)
                .withValidated(false),
            Optional.empty()));
    result.add(
        new ConstraintOperation.AddConstraint(
            TASKS,
            new Constraint.Exclude(
                Optional.of(new ConstraintName("ex_tasks")),
                "gist",
                List.of(
                    new Constraint.ExcludeElement(IndexElement.of(name("user_id")), "="),
                    new Constraint.ExcludeElement(
                        IndexElement.of(new SqlText("int4range(id, id)")), "&&")),
                Optional.of(new SqlText("id > 0")),
                Deferral.INITIALLY_DEFERRED),
            Optional.empty()));
    result.add(
        new ConstraintOperation.DropConstraint(
            TASKS,
            new ConstraintName("ex_tasks"),
            Optional.of(ConstraintOperation.Kind.EXCLUDE),
            false,
            false));
    result.add(
        new ConstraintOperation.DropConstraint(
            USERS,
            new ConstraintName("uq_users_email"),
            Optional.of(ConstraintOperation.Kind.UNIQUE),
            false,
            false));
  }

  private static void addIndexes(List<Operation> result) {
    SortedMap<String, String> options = new TreeMap<>();
    options.put("postgresql_with.fillfactor", "70");
    Index rich =
        new Index(
            Optional.of(new IndexName("ix_tasks_rich")),
            List.of(
                new IndexElement(
                    new IndexElement.Target.OfColumn(name("label")),
                    Optional.of("text_pattern_ops"),
                    Optional.empty(),
                    false,
                    Optional.empty()),
                IndexElement.of(new SqlText("lower(label)")),
                IndexElement.of(new SqlText("label || 'x'")),
                new IndexElement(
                    new IndexElement.Target.OfColumn(name("created_at")),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.of(false))),
            false,
            Optional.of("btree"),
            List.of(name("id")),
            Optional.of(new SqlText("label IS NOT NULL")),
            false,
            options,
            true);
    result.add(new IndexOperation.CreateIndex(TASKS, rich, false, false));
    Index plain = Index.of("ix_tasks_label", false, names("label"));
    result.add(new IndexOperation.CreateIndex(TASKS, plain, true, false));
    result.add(
        new IndexOperation.DropIndex(
            Optional.of(TASKS), Optional.empty(), new IndexName("ix_tasks_label"), true, false));
    result.add(
        new IndexOperation.DropIndex(
            Optional.of(TASKS), Optional.empty(), new IndexName("ix_tasks_rich"), false, false));
  }

  private static void addRows(List<Operation> result) {
    result.add(
        new DataOperation.ExecuteSql(
            new SqlText("UPDATE tasks SET label = ':x' || 'a:b' || 'c'::text WHERE '\\:y' = '%'"),
            new TreeSet<>(List.of(TASKS)),
            new TreeSet<>()));
    result.add(
        new DataOperation.ExecuteSql(
            new SqlText("UPDATE tasks\nSET label = CASE\n    WHEN id = 1 THEN 'a'\nEND"),
            new TreeSet<>(List.of(TASKS)),
            new TreeSet<>()));
    result.add(
        new DataOperation.RequireNoRows(
            USERS,
            new SqlText("SELECT email FROM users GROUP BY email HAVING count(*) > 1"),
            "users.email holds a value twice; it's to be made unique first"));
  }
}
