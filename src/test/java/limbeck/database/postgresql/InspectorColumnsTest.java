package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
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

/** What the inspector finds of tables, columns and sequences in the wide script. */
class InspectorColumnsTest extends WideScript {
  @Test
  void findsTheTablesOfAllSchemas() {
    assertThat(schema.tables().keySet().stream().map(TableName::toString))
        .containsExactly(
            "base",
            "defaults",
            "derived",
            "indexed",
            "measured",
            "measured_2026",
            "parent",
            "refers",
            "types",
            "Odd Name.Select",
            "app.child");
    assertThat(schema.namespaces().stream().map(SchemaName::text))
        .containsExactly("Odd Name", "app");
    assertThat(table("parent").comment()).contains("who's there");
    assertThat(schema.table(TableName.of("Odd Name", "Select")).orElseThrow().options())
        .containsExactly(
            Map.entry("postgresql_with.fillfactor", "50"), Map.entry("prefixes", "UNLOGGED"));
    assertThat(table("measured").options())
        .containsExactly(Map.entry("postgresql_partition_by", "RANGE (at)"));
    assertThat(table("measured_2026").options().get("postgresql_partition_of"))
        .isEqualTo("measured FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
    assertThat(table("derived").options())
        .containsExactly(Map.entry("postgresql_inherits", "base"));
  }

  @Test
  void readsTypes() {
    Map<String, SqlType> expected = new LinkedHashMap<>();
    expected.put("c_smallint", new SqlType.IntegerType(SqlType.IntegerSize.SMALL));
    expected.put("c_integer", integer());
    expected.put("c_bigint", new SqlType.IntegerType(SqlType.IntegerSize.BIG));
    expected.put("c_numeric", new SqlType.Numeric(Optional.empty(), Optional.empty()));
    expected.put("c_numeric_p", new SqlType.Numeric(Optional.of(7), Optional.of(0)));
    expected.put("c_numeric_ps", new SqlType.Numeric(Optional.of(10), Optional.of(3)));
    expected.put("c_real", new SqlType.Real());
    expected.put("c_double", new SqlType.DoublePrecision());
    expected.put("c_float", new SqlType.DoublePrecision());
    expected.put("c_varchar", new SqlType.Varchar(Optional.empty(), Optional.empty()));
    expected.put("c_varchar_n", new SqlType.Varchar(Optional.of(50), Optional.empty()));
    expected.put("c_varchar_collated", new SqlType.Varchar(Optional.of(5), Optional.of("C")));
    expected.put("c_char", new SqlType.Char(Optional.of(3), Optional.empty()));
    expected.put("c_char_1", new SqlType.Char(Optional.of(1), Optional.empty()));
    expected.put("c_text", new SqlType.Text(Optional.empty()));
    expected.put("c_text_collated", new SqlType.Text(Optional.of("POSIX")));
    expected.put("c_boolean", new SqlType.BooleanType());
    expected.put("c_date", new SqlType.Date());
    expected.put("c_time", new SqlType.Time(false, Optional.empty()));
    expected.put("c_time_p", new SqlType.Time(false, Optional.of(3)));
    expected.put("c_timetz", new SqlType.Time(true, Optional.empty()));
    expected.put("c_timestamp", new SqlType.Timestamp(false, Optional.empty()));
    expected.put("c_timestamp_p", new SqlType.Timestamp(false, Optional.of(0)));
    expected.put("c_timestamptz", new SqlType.Timestamp(true, Optional.empty()));
    expected.put("c_timestamptz_p", new SqlType.Timestamp(true, Optional.of(6)));
    expected.put("c_interval", new SqlType.Interval(Optional.empty(), Optional.empty()));
    expected.put(
        "c_interval_f", new SqlType.Interval(Optional.of("YEAR TO MONTH"), Optional.empty()));
    expected.put("c_interval_p", new SqlType.Interval(Optional.empty(), Optional.of(2)));
    expected.put(
        "c_interval_fp", new SqlType.Interval(Optional.of("DAY TO SECOND"), Optional.of(4)));
    expected.put("c_bytea", new SqlType.Binary(Optional.empty()));
    expected.put("c_json", new SqlType.Json(false));
    expected.put("c_jsonb", new SqlType.Json(true));
    expected.put("c_uuid", new SqlType.Uuid(true));
    expected.put("c_inet", plain("inet"));
    expected.put("c_bit", plain("bit", "4"));
    expected.put("c_varbit", plain("bit varying", "8"));
    expected.put("c_tsvector", plain("tsvector"));
    expected.put("c_range", plain("int4range"));
    expected.put("c_money", plain("money"));
    expected.put("c_point", plain("point"));
    expected.put("c_char_internal", plain("\"char\""));
    expected.put("c_oid", plain("oid"));
    expected.put("c_xml", plain("xml"));
    SqlType mood = new SqlType.EnumReference(TypeName.of("mood"));
    expected.put("c_mood", mood);
    expected.put("c_moods", new SqlType.ArrayOf(mood, 1));
    expected.put("c_empty", new SqlType.EnumReference(TypeName.of("app", "empty")));
    expected.put("c_percent", plain("app.percent"));
    expected.put("c_citext", plain("citext"));
    expected.put("c_citext_collated", plain("citext"));
    expected.put("c_ints", new SqlType.ArrayOf(integer(), 1));
    expected.put("c_matrix", new SqlType.ArrayOf(integer(), 2));
    expected.put(
        "c_names", new SqlType.ArrayOf(new SqlType.Varchar(Optional.of(20), Optional.empty()), 1));
    expected.put("c_point3", plain("point3"));
    assertThat(byName(table("types"), Column::type)).containsExactlyEntriesOf(expected);
    assertThat(schema.enums().values())
        .containsExactly(
            new EnumType(TypeName.of("mood"), List.of("sad", "so-so", "ok", "it's fine")),
            new EnumType(TypeName.of("app", "empty"), List.of()));
  }

  @Test
  void readsDefaultsAndGeneratedValues() {
    Table table = table("defaults");
    Map<String, Default> expected = new LinkedHashMap<>();
    expected.put("from_sequence", new Default.NextValue(SequenceName.of("standalone")));
    expected.put("text_literal", new Default.Literal("it's"));
    expected.put("text_backslash", new Default.Literal("a\\b'c"));
    expected.put("text_from_varchar", new Default.Literal("x"));
    expected.put("char_literal", new Default.Literal("ab"));
    expected.put("text_empty", new Default.Literal(""));
    expected.put("zero", new Default.NextValue(SequenceName.of("odd_step")));
    expected.put("negative", expression("-1"));
    expected.put("large", expression("10000000000"));
    expected.put("fraction", expression("1.50"));
    expected.put("quoted_number", expression("7"));
    expected.put("yes", new Default.BooleanConstant(true));
    expected.put("no", new Default.BooleanConstant(false));
    expected.put("now_function", new Default.Now());
    expected.put("now_standard", new Default.Now());
    expected.put("today", expression("CURRENT_DATE"));
    expected.put("utc", expression("(now() AT TIME ZONE 'utc'::text)"));
    expected.put("json_literal", new Default.Literal("{\"a\": \"b::c\"}"));
    expected.put("array_literal", new Default.Literal("{}"));
    expected.put("array_call", expression("ARRAY[1, 2]"));
    expected.put("mood_literal", new Default.Literal("ok"));
    expected.put("random_uuid", expression("(md5('x'::text))::uuid"));
    expected.put("interval_literal", new Default.Literal("1 day"));
    expected.put("bytes", new Default.Literal("\\x00"));
    expected.put("concatenated", expression("('a'::text || 'b'::text)"));
    Map<String, Default> found = new LinkedHashMap<>();
    table
        .columns()
        .forEach(it -> it.serverDefault().ifPresent(that -> found.put(it.name().text(), that)));
    assertThat(found).containsExactlyEntriesOf(expected);
    assertThat(table.columns().stream().filter(Column::autoincrement).map(Column::name))
        .containsExactlyElementsOf(names("id", "big"));
    assertThat(table.columns().stream().filter(it -> !it.nullable()).map(Column::name))
        .containsExactlyElementsOf(
            names("id", "big", "identity_always", "identity_options", "required"));
    Map<String, Generation> generated = new LinkedHashMap<>();
    table
        .columns()
        .forEach(it -> it.generation().ifPresent(that -> generated.put(it.name().text(), that)));
    assertThat(generated)
        .containsExactly(
            Map.entry("identity_always", new Generation.Identity(true, SequenceOptions.NONE)),
            Map.entry(
                "identity_options",
                new Generation.Identity(
                    false,
                    new SequenceOptions(
                        Optional.of(10L),
                        Optional.of(5L),
                        Optional.of(5L),
                        Optional.of(500L),
                        Optional.of(true),
                        Optional.of(3L)))),
            Map.entry(
                "stored", new Generation.Computed(new SqlText("zero * 2"), Optional.of(true))));
  }

  @Test
  void readsSequencesThatStandAlone() {
    assertThat(schema.sequences().values())
        .containsExactly(
            new Sequence(
                SequenceName.of("odd_step"),
                Optional.empty(),
                new SequenceOptions(
                    Optional.empty(),
                    Optional.of(5L),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            new Sequence(SequenceName.of("standalone"), Optional.empty(), SequenceOptions.NONE),
            new Sequence(
                SequenceName.of("app", "counted"),
                Optional.of(integer()),
                new SequenceOptions(
                    Optional.of(50L),
                    Optional.of(-2L),
                    Optional.empty(),
                    Optional.of(100L),
                    Optional.of(true),
                    Optional.of(5L))));
  }

  private static <T> Map<String, T> byName(Table table, Function<Column, T> what) {
    Map<String, T> result = new LinkedHashMap<>();
    table.columns().forEach(it -> result.put(it.name().text(), what.apply(it)));
    return result;
  }

  private static SqlType plain(String name, String... arguments) {
    return new SqlType.Named(name, List.of(arguments));
  }

  private static Default expression(String text) {
    return new Default.Expression(new SqlText(text));
  }
}
