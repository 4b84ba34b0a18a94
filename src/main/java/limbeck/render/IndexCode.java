package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.IndexOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.TableName;

/** Indexes, as Alembic's directives write them. */
final class IndexCode {
  private final Names names;
  private final Spelling spelling;
  private final DialectName dialect;

  IndexCode(Names names, Spelling spelling, DialectName dialect) {
    this.names = names;
    this.spelling = spelling;
    this.dialect = dialect;
  }

  Code create(TableName table, Index index, boolean concurrently, boolean batch) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(names.index(table, index));
    if (!batch) {
      arguments.add(Code.string(table.name()));
    }
    arguments.add(new Code.ListOf(index.elements().stream().map(this::element).toList()));
    arguments.add(new Code.Named("unique", Code.bool(index.unique())));
    if (!batch) {
      table.schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    }
    addOptions(index, arguments);
    if (concurrently) {
      arguments.add(new Code.Named("postgresql_concurrently", Code.bool(true)));
    }
    return Code.call((batch ? "batch_op." : "op.") + "create_index", arguments);
  }

  private void addOptions(Index index, List<Code> arguments) {
    index
        .method()
        .ifPresent(it -> arguments.add(new Code.Named("postgresql_using", Code.string(it))));
    if (!index.include().isEmpty()) {
      arguments.add(
          new Code.Named(
              "postgresql_include", Code.strings(index.include().stream().map(ColumnName::text))));
    }
    index
        .where()
        .ifPresent(
            it -> arguments.add(new Code.Named(whereKeyword(), SqlInPython.text(it.text()))));
    if (index.nullsNotDistinct()) {
      arguments.add(new Code.Named("postgresql_nulls_not_distinct", Code.bool(true)));
    }
    List<Code.Entry> classes = operatorClasses(index.elements());
    if (!classes.isEmpty()) {
      arguments.add(new Code.Named("postgresql_ops", new Code.DictOf(classes)));
    }
    arguments.addAll(dialectOptions(index.options()));
  }

  /** The operator classes of plain columns, which a dictionary states beside the elements. */
  static List<Code.Entry> operatorClasses(List<IndexElement> elements) {
    List<Code.Entry> classes = new ArrayList<>();
    for (IndexElement element : elements) {
      if (isPlain(element) && element.operatorClass().isPresent()) {
        classes.add(
            new Code.Entry(
                Code.string(element.column().orElseThrow().text()),
                Code.string(element.operatorClass().get())));
      }
    }
    return classes;
  }

  private String whereKeyword() {
    return dialect == DialectName.SQLITE ? "sqlite_where" : "postgresql_where";
  }

  /** Options by keyword; {@code postgresql_with.fillfactor} is an entry of a dictionary. */
  static List<Code> dialectOptions(SortedMap<String, String> options) {
    SortedMap<String, List<Code.Entry>> dictionaries = new TreeMap<>();
    SortedMap<String, Code> values = new TreeMap<>();
    for (Map.Entry<String, String> option : options.entrySet()) {
      int dot = option.getKey().indexOf('.');
      if (dot < 0) {
        values.put(option.getKey(), value(option.getValue()));
      } else {
        dictionaries
            .computeIfAbsent(option.getKey().substring(0, dot), _ -> new ArrayList<>())
            .add(
                new Code.Entry(
                    Code.string(option.getKey().substring(dot + 1)), value(option.getValue())));
      }
    }
    dictionaries.forEach((name, entries) -> values.put(name, new Code.DictOf(entries)));
    List<Code> result = new ArrayList<>();
    values.forEach((name, value) -> result.add(new Code.Named(name, value)));
    return result;
  }

  private static Code value(String text) {
    return switch (text) {
      case "true", "True" -> Code.bool(true);
      case "false", "False" -> Code.bool(false);
      default -> text.matches("\\d{1,18}") ? Code.atom(text) : Code.string(text);
    };
  }

  Code drop(IndexOperation.DropIndex drop, boolean batch) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(names.index(drop.table(), drop.name()));
    if (!batch) {
      drop.table()
          .ifPresent(it -> arguments.add(new Code.Named("table_name", Code.string(it.name()))));
      drop.schema()
          .or(() -> drop.table().flatMap(TableName::schema))
          .ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    }
    if (drop.concurrently()) {
      arguments.add(new Code.Named("postgresql_concurrently", Code.bool(true)));
    }
    return Code.call((batch ? "batch_op." : "op.") + "drop_index", arguments);
  }

  private Code element(IndexElement element) {
    return isPlain(element)
        ? Code.string(element.column().orElseThrow().text())
        : SqlInPython.text(sql(element, spelling));
  }

  /** A column without order or collation; its operator class is stated beside it. */
  static boolean isPlain(IndexElement element) {
    return element.column().isPresent()
        && element.collation().isEmpty()
        && !element.descending()
        && element.nullsFirst().isEmpty();
  }

  /** Returns an element as SQL writes it. */
  static String sql(IndexElement element, Spelling spelling) {
    StringBuilder sql = new StringBuilder();
    switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) -> sql.append(spelling.quote(name.text()));
      case IndexElement.Target.OfExpression(var expression) -> {
        String text = expression.text();
        sql.append(expression.isEnclosed() ? text : "(" + text + ")");
      }
    }
    element.collation().ifPresent(it -> sql.append(" COLLATE ").append(spelling.quote(it)));
    element.operatorClass().ifPresent(it -> sql.append(' ').append(it));
    if (element.descending()) {
      sql.append(" DESC");
    }
    element.nullsFirst().ifPresent(it -> sql.append(it ? " NULLS FIRST" : " NULLS LAST"));
    return sql.toString();
  }
}
