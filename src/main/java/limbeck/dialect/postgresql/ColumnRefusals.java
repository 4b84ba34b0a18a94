package limbeck.dialect.postgresql;

import java.util.List;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Identifiers;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Changes of columns that PostgreSQL refuses, whatever the rows are. */
final class ColumnRefusals {
  private final Schema before;
  private final EffectList effects;
  private final NormalTypes types;

  ColumnRefusals(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
    this.types = new NormalTypes(before);
  }

  void add(ColumnOperation operation) {
    switch (operation) {
      case ColumnOperation.AddColumn(TableName table, Column column, boolean _) ->
          added(table, column);
      case ColumnOperation.AlterColumn alter ->
          before
              .table(alter.table())
              .ifPresent(
                  table ->
                      table
                          .column(alter.column())
                          .ifPresent(it -> changes(table, it, alter.changes())));
      case ColumnOperation.DropColumn _ -> {}
    }
  }

  void added(TableName table, Column column) {
    String name = table + "." + column.name();
    new NameRefusals(before, effects).uses(column.type());
    column.serverDefault().ifPresent(it -> value(name, types.of(column.type()), it));
    if (column.generation().orElse(null) instanceof Generation.Computed(SqlText text, var _)) {
      Volatility.changing(text)
          .ifPresent(
              it ->
                  effects.fails(
                      "42P17",
                      name + " is computed with " + it + ", whose value is not the same for ever"));
    }
  }

  /** The first change decides about what the column is; the next ones meet what it made of it. */
  private void changes(Table table, Column column, List<ColumnChange> changes) {
    Column current = column;
    for (ColumnChange change : changes) {
      change(table, current, change);
      current =
          switch (change) {
            case ColumnChange.SetGeneration(var _, var to) -> current.withGeneration(to);
            case ColumnChange.SetType(var _, SqlType to, var _) -> current.withType(to);
            case ColumnChange.SetNullable _,
                ColumnChange.SetDefault _,
                ColumnChange.SetAutoincrement _,
                ColumnChange.SetComment _,
                ColumnChange.Rename _ ->
                current;
          };
    }
  }

  private void change(Table table, Column column, ColumnChange change) {
    String name = table.name() + "." + column.name();
    boolean identity =
        column.generation().filter(Generation.Identity.class::isInstance).isPresent();
    switch (change) {
      case ColumnChange.SetDefault(var _, var to) when to.isPresent() -> {
        if (to.get() instanceof Default.Expression(SqlText text)) {
          table.columns().stream()
              .filter(it -> Identifiers.mentions(text, it.name().text()))
              .filter(it -> isReference(text, it.name().text()))
              .findFirst()
              .ifPresent(
                  it ->
                      effects.fails(
                          "0A000", "the default of " + name + " names the column " + it.name()));
        }
        value(name, types.of(column.type()), to.get());
      }
      case ColumnChange.SetNullable(boolean nullable) -> {
        if (nullable && identity) {
          effects.fails("42601", name + " is an identity column, which is never NULL");
        }
      }
      case ColumnChange.SetType(var _, SqlType to, var _) ->
          new NameRefusals(before, effects).uses(to);
      case ColumnChange.SetDefault _,
          ColumnChange.SetGeneration _,
          ColumnChange.SetAutoincrement _,
          ColumnChange.SetComment _,
          ColumnChange.Rename _ -> {}
    }
  }

  /** A bare word: neither a call, nor a part of a text, nor a type behind a cast. */
  private static boolean isReference(SqlText text, String column) {
    return !ReservedWords.ALL.contains(column)
        && text.text().matches("(?s)[\\s(]*\"?\\Q" + column + "\\E\"?[\\s)]*([-+*/|].*)?");
  }

  /** A literal that does not read as a value of its column's type. */
  private void value(String name, SqlType type, Default value) {
    if (!(value instanceof Default.Literal(String text))) {
      return;
    }
    switch (type) {
      case SqlType.EnumReference(var of) ->
          before
              .enumType(of)
              .filter(it -> !it.labels().contains(text))
              .ifPresent(
                  it ->
                      effects.fails(
                          "22P02",
                          "the default '"
                              + text
                              + "' of "
                              + name
                              + " is no label of "
                              + it.name()));
      case SqlType.IntegerType _ -> {
        if (!text.matches("\\s*[-+]?[\\d_]+\\s*|\\s*0[xXoObB]\\w+\\s*")) {
          effects.fails("22P02", "the default '" + text + "' of " + name + " is no integer");
        }
      }
      case SqlType.BooleanType _ -> {
        if (!text.strip()
            .matches("(?i)t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1")) {
          effects.fails("22P02", "the default '" + text + "' of " + name + " is no boolean");
        }
      }
      case SqlType.Uuid _ -> {
        if (!text.replaceAll("[{}-]", "").matches("\\p{XDigit}{32}")) {
          effects.fails("22P02", "the default '" + text + "' of " + name + " is no UUID");
        }
      }
      case SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.TextEnum _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ -> {
        // What reads as one of these is left to the server.
      }
    }
  }
}
