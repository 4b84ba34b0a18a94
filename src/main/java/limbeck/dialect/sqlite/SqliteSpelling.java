package limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Quoting;
import limbeck.dialect.standard.Spelling;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** SQLite's fragments: literals, defaults, column definitions, table options. */
final class SqliteSpelling implements Spelling {
  private static final Quoting QUOTING = new Quoting('"', ReservedWords.ALL);
  private static final Pattern OPENED = Pattern.compile("\\s*['\"(].*", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w*", Pattern.UNICODE_CHARACTER_CLASS);

  private final Types types = new Types(QUOTING);

  @Override
  public DialectName dialect() {
    return DialectName.SQLITE;
  }

  @Override
  public Quoting quoting() {
    return QUOTING;
  }

  @Override
  public String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  @Override
  public String type(SqlType type, Schema schema) {
    return types.spell(type, schema);
  }

  @Override
  public String defaultValue(Default value) {
    return switch (value) {
      case Default.Literal(String text) -> literal(text);
      case Default.Expression(var expression) -> expression.text();
      case Default.Now _ -> "CURRENT_TIMESTAMP";
      case Default.BooleanConstant(boolean constant) -> constant ? "1" : "0";
      case Default.NextValue _ -> throw new CannotSpell("SQLite has no sequences");
      case Default.Unknown(String reason) ->
          throw new CannotSpell("the server default could not be read: " + reason);
    };
  }

  /** Returns the default as written in a definition: an expression goes into parentheses. */
  private String defaultClause(Default value) {
    String text = defaultValue(value);
    boolean plain = OPENED.matcher(text).matches() || WORD.matcher(text).matches();
    return " DEFAULT " + (plain ? text : "(" + text + ")");
  }

  @Override
  public String column(Table table, Column column, Schema schema) {
    return QUOTING.column(column.name())
        + " "
        + types.spell(column.type(), schema)
        + column.serverDefault().map(this::defaultClause).orElse("")
        + (column.nullable() ? "" : " NOT NULL")
        + (isInlineKey(table, column.name()) ? " PRIMARY KEY AUTOINCREMENT" : "")
        + column.generation().map(SqliteSpelling::generation).orElse("");
  }

  private static String generation(Generation generation) {
    return switch (generation) {
      case Generation.Identity _ -> "";
      case Generation.Computed(var expression, var stored) ->
          " GENERATED ALWAYS AS ("
              + expression
              + ")"
              + stored.map(it -> it ? " STORED" : " VIRTUAL").orElse("");
    };
  }

  /** Returns whether the key is written with its column: the only place for AUTOINCREMENT. */
  static boolean isInlineKey(Table table, ColumnName column) {
    Optional<Constraint.PrimaryKey> key = table.primaryKey();
    return isSet(table, "sqlite_autoincrement")
        && key.isPresent()
        && key.get().columns().equals(List.of(column))
        && table
            .column(column)
            .filter(it -> it.type().on(DialectName.SQLITE) instanceof SqlType.IntegerType)
            .isPresent()
        && table.foreignKeys().stream().noneMatch(it -> it.columns().contains(column));
  }

  private static boolean isSet(Table table, String option) {
    String value = table.options().getOrDefault(option, "");
    return !value.isEmpty() && !value.equalsIgnoreCase("false");
  }

  @Override
  public String tableSuffix(Table table) {
    List<String> options = new ArrayList<>();
    if ("false".equalsIgnoreCase(table.options().getOrDefault("sqlite_with_rowid", ""))) {
      options.add("WITHOUT ROWID");
    }
    if (isSet(table, "sqlite_strict")) {
      options.add("STRICT");
    }
    return options.isEmpty() ? "" : "\n " + String.join(",\n ", options);
  }
}
