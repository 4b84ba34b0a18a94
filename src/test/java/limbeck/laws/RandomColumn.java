package limbeck.laws;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Identifiers;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/** Random columns that PostgreSQL accepts. */
final class RandomColumn {
  static final List<String> NAMES =
      List.of(
          "name",
          "title",
          "status",
          "note",
          "amount",
          "created_at",
          "order",
          "Mixed",
          "data",
          "kind",
          "completed",
          "due",
          "ref",
          "email",
          "x");

  private final RandomSource random;

  RandomColumn(RandomSource random) {
    this.random = random;
  }

  Column key() {
    SqlType type =
        random.of(
            List.of(
                new SqlType.IntegerType(IntegerSize.NORMAL),
                new SqlType.IntegerType(IntegerSize.BIG),
                new SqlType.Uuid(true)));
    Column column = Column.of("id", type, false);
    if (type instanceof SqlType.Uuid) {
      return column;
    }
    return switch (random.below(3)) {
      case 0 -> column.withAutoincrement(true);
      case 1 ->
          column.withGeneration(
              Optional.of(new Generation.Identity(random.oneIn(2), SequenceOptions.NONE)));
      default -> column;
    };
  }

  SqlType type(Schema schema) {
    List<EnumType> enums = List.copyOf(schema.enums().values());
    if (!enums.isEmpty() && random.oneIn(4)) {
      SqlType reference = new SqlType.EnumReference(random.of(enums).name());
      return random.oneIn(5) ? new SqlType.ArrayOf(reference, 1) : reference;
    }
    return random.of(
        List.of(
            new SqlType.IntegerType(IntegerSize.SMALL),
            new SqlType.IntegerType(IntegerSize.NORMAL),
            new SqlType.IntegerType(IntegerSize.BIG),
            new SqlType.Numeric(Optional.of(10), Optional.of(2)),
            new SqlType.Numeric(Optional.of(12), Optional.of(2)),
            new SqlType.Numeric(Optional.empty(), Optional.empty()),
            new SqlType.DoublePrecision(),
            new SqlType.Varchar(Optional.of(20), Optional.empty()),
            new SqlType.Varchar(Optional.of(50), Optional.empty()),
            new SqlType.Varchar(Optional.empty(), Optional.empty()),
            new SqlType.Varchar(Optional.of(20), Optional.of("C")),
            new SqlType.Char(Optional.of(3), Optional.empty()),
            new SqlType.Text(Optional.empty()),
            new SqlType.BooleanType(),
            new SqlType.Date(),
            new SqlType.Time(false, Optional.empty()),
            new SqlType.Timestamp(false, Optional.empty()),
            new SqlType.Timestamp(true, Optional.empty()),
            new SqlType.Interval(Optional.empty(), Optional.empty()),
            new SqlType.Binary(Optional.empty()),
            new SqlType.Json(false),
            new SqlType.Json(true),
            new SqlType.Uuid(true),
            new SqlType.Named("inet", List.of()),
            new SqlType.ArrayOf(new SqlType.IntegerType(IntegerSize.NORMAL), 1),
            new SqlType.ArrayOf(new SqlType.Text(Optional.empty()), 1)));
  }

  Column plain(ColumnName name, Schema schema) {
    SqlType type = type(schema);
    Column column =
        Column.of(name.text(), type, random.oneIn(2))
            .withComment(random.oneIn(6) ? Optional.of("about " + name) : Optional.empty());
    return random.oneIn(3) ? column.withServerDefault(value(type, schema)) : column;
  }

  /** A default that fits the type. */
  Optional<Default> value(SqlType type, Schema schema) {
    return Optional.ofNullable(
        switch (type) {
          case SqlType.IntegerType(IntegerSize size) -> {
            List<SequenceName> sequences = List.copyOf(schema.sequences().keySet());
            yield !sequences.isEmpty() && size == IntegerSize.BIG && random.oneIn(3)
                ? new Default.NextValue(random.of(sequences))
                : new Default.Expression(new SqlText(Integer.toString(random.below(3))));
          }
          case SqlType.Numeric _, SqlType.DoublePrecision _ ->
              new Default.Expression(new SqlText(Integer.toString(random.below(3))));
          case SqlType.Varchar _, SqlType.Char _, SqlType.Text _ ->
              new Default.Literal(random.of(List.of("", "a", "it's")));
          case SqlType.BooleanType _ ->
              random.oneIn(2)
                  ? new Default.BooleanConstant(random.oneIn(2))
                  : new Default.Expression(new SqlText("false"));
          case SqlType.Timestamp _ -> new Default.Now();
          case SqlType.Json _ -> new Default.Literal("{}");
          case SqlType.ArrayOf _ -> new Default.Literal("{}");
          case SqlType.EnumReference(var enumName) ->
              new Default.Literal(random.of(schema.enumType(enumName).orElseThrow().labels()));
          default -> null;
        });
  }

  /** A column computed from one of the others. */
  Column computed(ColumnName name, List<Column> others) {
    Column source = random.of(others);
    return Column.of(name.text(), new SqlType.BooleanType(), true)
        .withGeneration(
            Optional.of(
                new Generation.Computed(
                    new SqlText(Identifiers.quoted(source.name().text()) + " IS NULL"),
                    Optional.of(true))));
  }
}
