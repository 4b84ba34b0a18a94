package limbeck.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.DropConstraint;
import limbeck.operation.Creation;
import limbeck.operation.DataOperation.ExecuteSql;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.IndexOperation.DropIndex;
import limbeck.operation.ObjectOperation.AlterSequence;
import limbeck.operation.ObjectOperation.CreateObject;
import limbeck.operation.ObjectOperation.DropNamespace;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TableOperation.DropTable;
import limbeck.operation.TableOperation.RenameTable;
import limbeck.operation.TypeOperation.AddEnumLabel;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Test;

/** Which tables of a large schema a proof must build. */
class PartTest {
  private static final SqlType INTEGER = new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
  private static final SqlType TEXT = new SqlType.Varchar(Optional.of(20), Optional.empty());
  private static final ColumnName ID = new ColumnName("id");

  static Table table(TableName name, Column... columns) {
    List<Column> all = new ArrayList<>(List.of(Column.of("id", INTEGER, false)));
    all.addAll(Arrays.asList(columns));
    return new Table(
        name,
        all,
        List.of(new Constraint.PrimaryKey(Optional.empty(), List.of(ID), Deferral.NOT_DEFERRABLE)),
        List.of(),
        Optional.empty(),
        new TreeMap<>());
  }

  static Table table(String name, Column... columns) {
    return table(TableName.of(name), columns);
  }

  private static Constraint.ForeignKey key(String column, TableName target) {
    return new Constraint.ForeignKey(
        Optional.empty(),
        List.of(new ColumnName(column)),
        target,
        List.of(ID),
        ReferentialAction.CASCADE,
        ReferentialAction.NO_ACTION,
        Optional.empty(),
        Deferral.NOT_DEFERRABLE,
        true);
  }

  /** Adds a nullable column and a foreign key over it. */
  static Table referring(Table table, String target) {
    return referring(table, TableName.of(target));
  }

  static Table referring(Table table, TableName target) {
    String name = target.name() + "_ref";
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(Column.of(name, INTEGER, true));
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(key(name, target));
    return table.withColumns(columns).withConstraints(constraints);
  }

  private static Table option(Table table, String key, String value) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.comment(),
        new TreeMap<>(Map.of(key, value)));
  }

  /** The tables, among as many others as make the schema a large one. */
  static Schema large(Table... tables) {
    Schema schema = Schema.EMPTY;
    for (int i = 0; i < 120; i++) {
      schema = schema.with(table("other%d".formatted(i), Column.of("word", TEXT, true)));
    }
    for (Table table : tables) {
      schema = schema.with(table);
    }
    return schema;
  }

  static List<Step> steps(Operation... operations) {
    return Arrays.stream(operations)
        .map(it -> Step.of(it, new Origin.Generated("a test")))
        .toList();
  }

  static Operation adding(String table) {
    return new AddColumn(TableName.of(table), Column.of("extra", TEXT, true), false);
  }

  static Claim claim(Schema before, Operation... upgrade) {
    List<Step> history =
        Creation.of(before).stream()
            .map(it -> Step.of(it, new Origin.Generated("a test")))
            .toList();
    return new Claim(
        before, Optional.of(history), steps(upgrade), List.of(), Optional.<Schema>empty());
  }

  private static List<String> built(Schema before, Operation... upgrade) {
    return Part.of(claim(before, upgrade)).orElseThrow().claim().before().tables().keySet().stream()
        .map(TableName::toString)
        .toList();
  }

  private static SqlText sql(String text) {
    return new SqlText(text);
  }

  private static Operation execute(String text) {
    return new ExecuteSql(sql(text), new TreeSet<>(), new TreeSet<>());
  }

  private static CarriedObject object(CarriedObject.Kind kind, String name, String definition) {
    return new CarriedObject(kind, ObjectName.of(name), sql(definition));
  }

  @Test
  void smallSchemasAreProvenWhole() {
    Schema small = Schema.of(List.of(table("a"), table("b")), List.of());
    assertThat(Part.of(claim(small, adding("a")))).isEmpty();
  }

  @Test
  void aTableComesWithWhatItRefersToButNotWithMore() {
    Schema before =
        large(
            table("far"),
            referring(table("near"), "far"),
            referring(referring(table("a"), "near"), "a"),
            referring(table("child"), "a"));
    Part part = Part.of(claim(before, adding("a"))).orElseThrow();
    assertThat(part.claim().before().tables())
        .containsOnlyKeys(TableName.of("a"), TableName.of("near"));
    assertThat(part.claim().before().table(TableName.of("near")).orElseThrow().foreignKeys())
        .isEmpty();
    assertThat(part.claim().before().table(TableName.of("a")).orElseThrow().foreignKeys())
        .hasSize(2);
    assertThat(part.tables()).isEqualTo(2);
    assertThat(part.all()).isEqualTo(before.tables().size());
  }

  @Test
  void theHistoryOfAPartBuildsThePart() {
    Schema before =
        large(table("far"), referring(table("near"), "far"), referring(table("a"), "near"));
    Claim part = Part.of(claim(before, adding("a"))).orElseThrow().claim();
    assertThat(fold(part.history().orElseThrow()).tables()).isEqualTo(part.before().tables());
  }

  @Test
  void theHistoryFollowsEarlierNamesAndForgetsKeysThatLeadOut() {
    Table near = referring(table("near0"), "far");
    Table old = referring(table("was"), "near");
    Constraint away = near.foreignKeys().getFirst();
    List<Step> made =
        steps(
            new CreateTable(table("far"), false),
            new CreateTable(near, false),
            new RenameTable(near.name(), TableName.of("near")),
            dropKey("near0_far_ref_fkey"),
            new AddConstraint(TableName.of("near"), away, Optional.empty()),
            new CreateTable(table("lost"), false),
            new CreateTable(old, false),
            new RenameTable(old.name(), TableName.of("a")));
    List<Step> history = new ArrayList<>(claim(large()).history().orElseThrow());
    history.addAll(made);
    Claim claim =
        new Claim(
            fold(history), Optional.of(history), steps(adding("a")), List.of(), Optional.empty());
    Claim part = Part.of(claim).orElseThrow().claim();
    assertThat(part.history().orElseThrow())
        .extracting(it -> it.operation().getClass().getSimpleName())
        .containsExactly("CreateTable", "RenameTable", "CreateTable", "RenameTable");
    assertThat(fold(part.history().orElseThrow()).tables()).isEqualTo(part.before().tables());
  }

  private static Operation dropKey(String name) {
    return new DropConstraint(
        TableName.of("near"), new ConstraintName(name), Optional.empty(), false, false);
  }

  private static Schema fold(List<Step> history) {
    Schema built = Schema.EMPTY;
    for (Step step : history) {
      built = Apply.after(step.operation(), built);
    }
    return built;
  }

  @Test
  void cyclesEnd() {
    Schema before =
        large(referring(table("a"), "b"), referring(table("b"), "c"), referring(table("c"), "a"));
    assertThat(built(before, adding("a"))).containsExactly("a", "b");
    assertThat(built(before, execute("DELETE FROM a"))).containsExactly("a", "b", "c");
  }

  @Test
  void whoRefersIsTouchedByWhatTakesTheKeyAway() {
    Schema before = large(table("a", Column.of("word", TEXT, true)), referring(table("b"), "a"));
    TableName a = TableName.of("a");
    assertThat(built(before, new DropTable(a, false, false))).containsExactly("a", "b");
    assertThat(built(before, new DropColumn(a, ID, false))).containsExactly("a", "b");
    assertThat(built(before, new DropColumn(a, new ColumnName("word"), false)))
        .containsExactly("a");
    assertThat(built(before, new RenameTable(a, TableName.of("z")))).containsExactly("a", "b");
    assertThat(
            built(
                before,
                new AlterColumn(
                    a,
                    ID,
                    List.of(
                        new ColumnChange.SetType(
                            Optional.empty(),
                            new SqlType.IntegerType(SqlType.IntegerSize.BIG),
                            Optional.empty())))))
        .containsExactly("a", "b");
    assertThat(
            built(
                before,
                new DropConstraint(
                    a, new ConstraintName("a_pkey"), Optional.empty(), false, false)))
        .containsExactly("a", "b");
  }

  @Test
  void allUsersOfAnEnumAreTouchedByItsChangeOnly() {
    SqlType mood = new SqlType.EnumReference(TypeName.of("mood"));
    Schema before =
        large(
                table("a", Column.of("m", mood, true)),
                table("b", Column.of("m", new SqlType.ArrayOf(mood, 1), true)))
            .with(new EnumType(TypeName.of("mood"), List.of("sad", "glad")));
    assertThat(built(before, adding("a"))).containsExactly("a");
    assertThat(
            built(
                before,
                new AddEnumLabel(
                    TypeName.of("mood"), "calm", Optional.empty(), Optional.empty(), false)))
        .containsExactly("a", "b");
  }

  @Test
  void allUsersOfASequenceAreTouchedByItsChange() {
    SequenceName numbers = SequenceName.of("numbers");
    Column counted =
        Column.of("n", INTEGER, true)
            .withServerDefault(Optional.of(new Default.NextValue(numbers)));
    Column spelled =
        Column.of("n", INTEGER, true)
            .withServerDefault(
                Optional.of(new Default.Expression(sql("nextval('numbers'::regclass)"))));
    SequenceOptions none = SequenceOptions.NONE;
    Schema before =
        large(table("a", counted), table("b", spelled), table("c"))
            .with(new Sequence(numbers, Optional.empty(), none));
    assertThat(built(before, new AlterSequence(numbers, none, none))).containsExactly("a", "b");
    assertThat(built(before, adding("c"))).containsExactly("c");
  }

  @Test
  void schemasTellTablesApartOnlyOnTheSafeSide() {
    Schema before =
        large(
                table(TableName.of("shop", "item"), Column.of("word", TEXT, true)),
                table("item"),
                table(TableName.of("shop", "bill")))
            .withNamespaces(new TreeSet<>(List.of(new SchemaName("shop"))));
    assertThat(
            built(
                before,
                new DropColumn(TableName.of("shop", "item"), new ColumnName("word"), false)))
        .containsExactly("item", "shop.item");
    Operation away = new DropNamespace(new SchemaName("shop"), false, true);
    assertThat(built(before, away)).containsExactly("shop.bill", "shop.item");
  }

  @Test
  void relativesGoTogether() {
    Schema before =
        large(
            option(table("log"), "postgresql_partition_by", "RANGE (id)"),
            option(table("log1"), "postgresql_partition_of", "log FOR VALUES FROM (0) TO (9)"),
            option(table("heir"), "postgresql_inherits", "elder"),
            table("elder"));
    assertThat(built(before, adding("log"))).containsExactly("log", "log1");
    assertThat(built(before, adding("log1"))).containsExactly("log", "log1");
    assertThat(built(before, adding("elder"))).containsExactly("elder", "heir");
  }

  @Test
  void viewsComeWithAllTheyAreOver() {
    Schema before =
        large(table("a"), table("b"), table("c"))
            .with(object(CarriedObject.Kind.VIEW, "v", "CREATE VIEW v AS SELECT * FROM a, b"))
            .with(object(CarriedObject.Kind.VIEW, "w", "CREATE VIEW w AS SELECT * FROM v, c"))
            .with(object(CarriedObject.Kind.VIEW, "x", "CREATE VIEW x AS SELECT * FROM other1"));
    assertThat(built(before, adding("a"))).containsExactly("a", "b", "c");
    Part part = Part.of(claim(before, adding("a"))).orElseThrow();
    assertThat(part.claim().before().objects()).containsOnlyKeys("VIEW v", "VIEW w");
  }

  @Test
  void triggersOfOneFunctionDoNotBringEachOther() {
    String function = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'";
    Schema before =
        large(table("a"), table("b"))
            .with(object(CarriedObject.Kind.FUNCTION, "touch", function))
            .with(trigger("a", "touch"))
            .with(trigger("b", "touch"));
    Part part = Part.of(claim(before, adding("a"))).orElseThrow();
    assertThat(part.claim().before().tables()).containsOnlyKeys(TableName.of("a"));
    assertThat(part.claim().before().objects())
        .containsOnlyKeys("FUNCTION touch", "TRIGGER a.touch");
    Operation replaced =
        new CreateObject(
            object(CarriedObject.Kind.FUNCTION, "touch", function.replace("END", "NULL; END")),
            true);
    assertThat(built(before, replaced)).containsExactly("a", "b");
  }

  private static CarriedObject trigger(String table, String function) {
    return object(
        CarriedObject.Kind.TRIGGER,
        table + "." + function,
        "CREATE TRIGGER %2$s BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION %2$s()"
            .formatted(table, function));
  }

  @Test
  void aTriggersFunctionReachesWhatItNames() {
    String body = "CREATE FUNCTION copy() RETURNS trigger LANGUAGE plpgsql AS '%s'";
    Schema before = large(table("a"), table("b")).with(trigger("a", "copy"));
    CarriedObject plain =
        object(CarriedObject.Kind.FUNCTION, "copy", body.formatted("INSERT INTO b"));
    assertThat(built(before.with(plain), adding("a"))).containsExactly("a", "b");
    CarriedObject dynamic =
        object(CarriedObject.Kind.FUNCTION, "copy", body.formatted("EXECUTE TG_ARGV[0]"));
    assertThat(Part.of(claim(before.with(dynamic), adding("a")))).isEmpty();
  }

  @Test
  void namesThatCollideWithIndexesOfOthersBringThem() {
    Table b = table("b").withIndexes(List.of(Index.of("taken", false, List.of(ID))));
    Schema before = large(table("a"), b, table("c"));
    TableName a = TableName.of("a");
    Operation taken = new CreateIndex(a, Index.of("taken", false, List.of(ID)), false, false);
    assertThat(built(before, taken)).containsExactly("a", "b");
    Operation made = new CreateIndex(a, Index.of("c_pkey", false, List.of(ID)), false, false);
    assertThat(built(before, made)).containsExactly("a", "c");
  }

  @Test
  void anIndexWithoutATableIsFound() {
    Table b = table("b").withIndexes(List.of(Index.of("on_b", true, List.of(ID))));
    Schema before = large(table("a"), b, referring(table("c"), "b"));
    assertThat(built(before, dropIndex("on_b"))).containsExactly("b", "c");
    assertThat(Part.of(claim(before, dropIndex("nowhere")))).isEmpty();
  }

  private static Operation dropIndex(String name) {
    return new DropIndex(Optional.empty(), Optional.empty(), new IndexName(name), false, false);
  }

  @Test
  void whatCannotBeFollowedReachesEverything() {
    Schema before = large(table("a"));
    assertThat(Part.of(claim(before, new Opaque("?", "unknown", new TreeSet<>(), true)))).isEmpty();
    for (String text :
        List.of(
            "DO $$ BEGIN PERFORM 1; END $$",
            "SELECT 1; DO $$ BEGIN END $$",
            "CALL everything()",
            "SET search_path = shop",
            "UPDATE pg_class SET reltuples = 0",
            "SELECT table_name FROM information_schema.tables")) {
      assertThat(Part.of(claim(before, execute(text)))).as(text).isEmpty();
    }
    assertThat(built(before, execute("UPDATE a SET id = id"))).containsExactly("a");
  }

  @Test
  void tablesStatedInOtherWordsAreBuilt() {
    Schema before = large(table("a"), table("b", Column.of("word", TEXT, true)), table("c"));
    Schema wanted =
        before
            .mapTable(TableName.of("a"), it -> adding(it))
            .mapTable(
                TableName.of("b"),
                it ->
                    it.mapColumn(
                        new ColumnName("word"),
                        column -> column.withType(new SqlType.Text(Optional.empty()))))
            .with(table("forgotten"));
    Claim claim =
        new Claim(before, Optional.empty(), steps(adding("a")), List.of(), Optional.of(wanted));
    Claim part = Part.of(claim).orElseThrow().claim();
    assertThat(part.before().tables()).containsOnlyKeys(TableName.of("a"), TableName.of("b"));
    assertThat(part.wanted().orElseThrow().tables())
        .containsOnlyKeys(TableName.of("a"), TableName.of("b"), TableName.of("forgotten"));
  }

  static Table adding(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.addFirst(Column.of("extra", TEXT, true));
    return table.withColumns(columns);
  }
}
