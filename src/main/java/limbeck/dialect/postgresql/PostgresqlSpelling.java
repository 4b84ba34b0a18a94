package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Quoting;
import limbeck.dialect.standard.SequenceClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** PostgreSQL's fragments: literals, defaults, column definitions, table options. */
final class PostgresqlSpelling implements Spelling {
  private static final Quoting QUOTING = new Quoting('"', ReservedWords.ALL);

  private final OptionalInt serverMajor;
  private final Types types = new Types(QUOTING);

  /**
   * Writes for a server.
   *
   * @param serverMajor its major version; empty when not known
   */
  PostgresqlSpelling(OptionalInt serverMajor) {
    this.serverMajor = serverMajor;
  }

  @Override
  public DialectName dialect() {
    return DialectName.POSTGRESQL;
  }

  @Override
  public Quoting quoting() {
    return QUOTING;
  }

  /** What a new database's search_path begins with, after the user's own namespace. */
  @Override
  public Optional<String> usualNamespace() {
    return Optional.of("public");
  }

  /** Doubles quotes only: backslashes mean themselves with standard_conforming_strings on. */
  @Override
  public String literal(String value) {
    return quoted(value);
  }

  static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  @Override
  public String type(SqlType type, Schema schema) {
    return types.spell(type);
  }

  @Override
  public String defaultValue(Default value) {
    return switch (value) {
      case Default.Literal(String text) -> literal(text);
      case Default.Expression(var expression) -> expression.text();
      case Default.Now _ -> "now()";
      case Default.BooleanConstant(boolean constant) -> String.valueOf(constant);
      case Default.NextValue(SequenceName sequence) -> nextValue(sequence);
      case Default.Unknown(String reason) ->
          throw new CannotSpell("the server default could not be read: " + reason);
    };
  }

  static String nextValue(SequenceName sequence) {
    return "nextval(" + quoted(QUOTING.qualified(sequence.schema(), sequence.name())) + ")";
  }

  @Override
  public String column(Table table, Column column, Schema schema) {
    StringBuilder text = new StringBuilder(QUOTING.column(column.name()));
    SqlType type = column.type().on(DialectName.POSTGRESQL);
    boolean identity =
        column.generation().filter(Generation.Identity.class::isInstance).isPresent();
    if (column.autoincrement() && !identity && type instanceof SqlType.IntegerType(var size)) {
      text.append(' ').append(Types.serial(size));
    } else {
      text.append(' ').append(types.spell(type));
      column.serverDefault().ifPresent(it -> text.append(" DEFAULT ").append(defaultValue(it)));
    }
    column.generation().ifPresent(it -> text.append(' ').append(generation(it)));
    if (!column.nullable() && !identity) {
      text.append(" NOT NULL");
    } else if (column.nullable() && identity) {
      text.append(" NULL");
    }
    return text.toString();
  }

  /**
   * Returns {@code GENERATED …}. Where the model leaves the choice open, SQLAlchemy 2.1 writes
   * STORED before PostgreSQL 18, which knows nothing else, and no word from 18 on.
   */
  String generation(Generation generation) {
    return switch (generation) {
      case Generation.Identity(boolean always, var options) -> {
        String stated = SequenceClauses.options(options, "NO CYCLE");
        yield "GENERATED "
            + (always ? "ALWAYS" : "BY DEFAULT")
            + " AS IDENTITY"
            + (stated.isEmpty() ? "" : " (" + stated + ")");
      }
      case Generation.Computed(var expression, var stored) ->
          "GENERATED ALWAYS AS ("
              + expression
              + ")"
              + stored
                  .map(it -> it ? " STORED" : " VIRTUAL")
                  .orElse(serverMajor.isPresent() && serverMajor.getAsInt() < 18 ? " STORED" : "");
    };
  }

  @Override
  public String tableSuffix(Table table) {
    StringBuilder text = new StringBuilder();
    option(text, table, "postgresql_inherits", "\n INHERITS (", ")");
    option(text, table, "postgresql_partition_by", "\n PARTITION BY ", "");
    option(text, table, "postgresql_using", "\n USING ", "");
    String parameters = parameters(table.options(), "postgresql_with");
    if (!parameters.isEmpty()) {
      text.append("\n WITH (").append(parameters).append(')');
    }
    String onCommit = table.options().get("postgresql_on_commit");
    if (onCommit != null) {
      text.append("\n ON COMMIT ")
          .append(onCommit.replace('_', ' ').toUpperCase(java.util.Locale.ROOT));
    }
    String tablespace = table.options().get("postgresql_tablespace");
    if (tablespace != null) {
      text.append("\n TABLESPACE ").append(QUOTING.quote(tablespace));
    }
    return text.toString();
  }

  private static void option(
      StringBuilder text, Table table, String key, String before, String after) {
    String value = table.options().get(key);
    if (value != null && !value.isEmpty()) {
      text.append(before).append(value).append(after);
    }
  }

  /**
   * Returns storage parameters: those under {@code key.name}, or the whole text under {@code key}.
   */
  static String parameters(java.util.SortedMap<String, String> options, String key) {
    List<String> parts = new ArrayList<>();
    String whole = options.get(key);
    if (whole != null && !whole.isEmpty()) {
      parts.add(whole);
    }
    options.forEach(
        (name, value) -> {
          if (name.startsWith(key + ".")) {
            String parameter = name.substring(key.length() + 1);
            parts.add(value.isEmpty() ? parameter : parameter + " = " + value);
          }
        });
    return String.join(", ", parts);
  }

  @Override
  public List<Sql> commentsAfter(Table table) {
    List<Sql> result = new ArrayList<>();
    table
        .comment()
        .ifPresent(
            it ->
                result.add(
                    Sql.of(
                        "COMMENT ON TABLE " + QUOTING.table(table.name()) + " IS " + literal(it))));
    for (Column column : table.columns()) {
      column
          .comment()
          .ifPresent(it -> result.add(columnComment(table.name(), column.name(), literal(it))));
    }
    return result;
  }

  static Sql columnComment(TableName table, ColumnName column, String literal) {
    return Sql.of(
        "COMMENT ON COLUMN "
            + QUOTING.table(table)
            + "."
            + QUOTING.column(column)
            + " IS "
            + literal);
  }
}
