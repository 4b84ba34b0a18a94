package limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What SQLite cannot alter: a new table is created, the rows are copied, the old one dropped, the
 * new one renamed, as Alembic's batch mode does. Alembic must reflect the table; here it is known.
 */
final class Rebuild {
  private static final int LONGEST_NAME = 50;

  private final Spelling spelling;
  private final Tables tables;
  private final IndexClauses indexes;

  Rebuild(Spelling spelling, Tables tables, IndexClauses indexes) {
    this.spelling = spelling;
    this.tables = tables;
    this.indexes = indexes;
  }

  /**
   * Returns the statements that turn one form of a table into another.
   *
   * @param from the table as it is
   * @param to the table as it shall be, under the same name; columns of the same name keep their
   *     values
   */
  List<Sql> statements(Table from, Table to, Schema schema) {
    String whole = "_alembic_tmp_" + from.name().name();
    String cut = whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
    TableName temporary = new TableName(from.name().schema(), cut);
    List<Sql> result = new ArrayList<>();
    result.add(tables.createAlone(to.withName(temporary), to.constraints(), false, schema));
    copy(from, to, temporary).ifPresent(result::add);
    result.add(Sql.of(tables.drop(from.name(), false, false)));
    result.addAll(tables.rename(temporary, from.name()));
    for (Index index : to.indexes()) {
      result.add(indexes.create(from.name(), index, false, false));
    }
    String prefix = from.name().name() + ".";
    for (CarriedObject object : schema.objects().values()) {
      if (object.kind() == CarriedObject.Kind.TRIGGER && object.name().name().startsWith(prefix)) {
        result.add(Sql.of(object.definition().text()));
      }
    }
    return result;
  }

  private Optional<Sql> copy(Table from, Table to, TableName temporary) {
    List<ColumnName> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : to.columns()) {
      Optional<Column> source = from.column(column.name());
      if (source.isPresent() && !isComputed(column)) {
        columns.add(column.name());
        values.add(value(from.name(), source.get(), column));
      }
    }
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Sql.of(
            "INSERT INTO "
                + spelling.quoting().table(temporary)
                + " ("
                + spelling.quoting().columns(columns)
                + ") SELECT "
                + String.join(", ", values)
                + " \nFROM "
                + spelling.quoting().table(from.name())));
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  private String value(TableName table, Column source, Column column) {
    String name = spelling.quoting().column(source.name());
    String qualified = spelling.quoting().table(table) + "." + name;
    SqlType type = column.type().on(spelling.dialect());
    boolean sameFamily = family(source.type().on(spelling.dialect())) == family(type);
    return sameFamily || type instanceof SqlType.Json
        ? qualified
        : "CAST(" + qualified + " AS " + spelling.type(type, Schema.EMPTY) + ") AS " + name;
  }

  /** SQLAlchemy's type affinities: within one, rows are copied as they are. */
  private enum Family {
    INTEGER,
    NUMERIC,
    FLOAT,
    STRING,
    BOOLEAN,
    DATE,
    TIME,
    DATE_TIME,
    INTERVAL,
    BINARY,
    JSON,
    UUID,
    OTHER
  }

  private static Family family(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _ -> Family.INTEGER;
      case SqlType.Numeric _ -> Family.NUMERIC;
      case SqlType.Floating _, SqlType.DoublePrecision _, SqlType.Real _ -> Family.FLOAT;
      case SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.EnumReference _,
          SqlType.TextEnum _ ->
          Family.STRING;
      case SqlType.BooleanType _ -> Family.BOOLEAN;
      case SqlType.Date _ -> Family.DATE;
      case SqlType.Time _ -> Family.TIME;
      case SqlType.Timestamp _ -> Family.DATE_TIME;
      case SqlType.Interval _ -> Family.INTERVAL;
      case SqlType.Binary _ -> Family.BINARY;
      case SqlType.Json _ -> Family.JSON;
      case SqlType.Uuid _ -> Family.UUID;
      case SqlType.ArrayOf _, SqlType.Named _, SqlType.Variant _, SqlType.Unknown _ -> Family.OTHER;
    };
  }
}
