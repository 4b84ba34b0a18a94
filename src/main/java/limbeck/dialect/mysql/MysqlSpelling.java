package limbeck.dialect.mysql;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Quoting;
import limbeck.dialect.standard.Spelling;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** The fragments of MySQL and MariaDB: literals, defaults, column definitions, table options. */
final class MysqlSpelling implements Spelling {
  private static final Pattern OPENED = Pattern.compile("\\s*['\"(].*", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ON_UPDATE = Pattern.compile("ON +UPDATE", Pattern.CASE_INSENSITIVE);
  private static final Pattern PRECISE_NOW =
      Pattern.compile("(now|current_timestamp)\\(\\d+\\).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOW =
      Pattern.compile(
          "(now\\(\\)|current_timestamp(\\(\\))?|[+-]?[0-9.]+)", Pattern.CASE_INSENSITIVE);

  private final DialectName dialect;
  private final Quoting quoting;
  private final Types types;

  MysqlSpelling(DialectName dialect) {
    this.dialect = dialect;
    this.quoting = new Quoting('`', reserved(dialect));
    this.types = new Types(this);
  }

  private static Set<String> reserved(DialectName dialect) {
    Collection<String> own =
        dialect == DialectName.MARIADB ? ReservedWords.MARIADB_ONLY : ReservedWords.MYSQL_ONLY;
    Set<String> result = new HashSet<>(ReservedWords.COMMON);
    result.addAll(own);
    return result;
  }

  @Override
  public DialectName dialect() {
    return dialect;
  }

  @Override
  public Quoting quoting() {
    return quoting;
  }

  /** Doubles backslashes as well: they escape unless NO_BACKSLASH_ESCAPES is set. */
  @Override
  public String literal(String value) {
    return "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
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
      case Default.Now _ -> "now()";
      case Default.BooleanConstant(boolean constant) -> String.valueOf(constant);
      case Default.NextValue(var sequence) -> {
        if (dialect != DialectName.MARIADB) {
          throw new CannotSpell("MySQL has no sequences");
        }
        yield "nextval(" + quoting.qualified(sequence.schema(), sequence.name()) + ")";
      }
      case Default.Unknown(String reason) ->
          throw new CannotSpell("the server default could not be read: " + reason);
    };
  }

  @Override
  public String column(Table table, Column column, Schema schema) {
    String type = types.spell(column.type(), schema);
    return quoting.column(column.name())
        + " "
        + type
        + computed(column)
        + (column.nullable() ? explicitNull(type) : " NOT NULL")
        + column.comment().map(it -> " COMMENT " + literal(it)).orElse("")
        + (counts(table, column)
            ? " AUTO_INCREMENT"
            : column.serverDefault().map(this::defaultClause).orElse(""));
  }

  /** An identity column that is its table's key counts too: SQLAlchemy takes one for the other. */
  static boolean counts(Table table, Column column) {
    boolean identity =
        column.generation().filter(Generation.Identity.class::isInstance).isPresent();
    return column.autoincrement()
        || (identity
            && table
                .primaryKey()
                .filter(it -> it.columns().equals(List.of(column.name())))
                .isPresent());
  }

  /** TIMESTAMP is NOT NULL unless it says otherwise (MySQL, explicit_defaults_for_timestamp). */
  private static String explicitNull(String type) {
    return type.startsWith("TIMESTAMP") ? " NULL" : "";
  }

  /** Returns {@code GENERATED …} with a blank before it; identity columns do not exist. */
  static String computed(Column column) {
    return column
        .generation()
        .map(
            it ->
                switch (it) {
                  case Generation.Identity _ -> "";
                  case Generation.Computed(var expression, var stored) ->
                      " GENERATED ALWAYS AS ("
                          + expression
                          + ")"
                          + stored.map(kept -> kept ? " STORED" : " VIRTUAL").orElse("");
                })
        .orElse("");
  }

  /** Returns the default as written in a definition: an expression goes into parentheses. */
  private String defaultClause(Default value) {
    String text = defaultValue(value);
    boolean plain =
        OPENED.matcher(text).matches()
            || WORD.matcher(text).matches()
            || ON_UPDATE.matcher(text).find()
            || PRECISE_NOW.matcher(text).matches();
    return " DEFAULT " + (plain ? text : "(" + text + ")");
  }

  /**
   * Returns a column without its name, as written after MODIFY and CHANGE: Alembic's order, with
   * parentheses around an expression, which MySQL asks for and Alembic forgets.
   */
  String modification(Column column, Schema schema) {
    return types.spell(column.type(), schema)
        + computed(column)
        + (column.nullable() ? " NULL" : " NOT NULL")
        + (column.autoincrement() ? " AUTO_INCREMENT" : "")
        + column.serverDefault().map(this::modifiedDefault).orElse("")
        + column.comment().map(it -> " COMMENT " + literal(it)).orElse("");
  }

  /** Returns {@code DEFAULT …} with a blank before it, as written in ALTER. */
  String modifiedDefault(Default value) {
    String text = defaultValue(value);
    return NOW.matcher(text).matches() ? " DEFAULT " + text : defaultClause(value);
  }

  @Override
  public String tableSuffix(Table table) {
    return TableOptions.of(table, this);
  }
}
