package limbeck.read.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.ColumnName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;

/** Makes indexes of the schema out of what their constructors state. */
public final class IndexAssembler {
  private final ReadContext context;
  private final TableDraft table;
  private final TableSet tables;
  private final ExpressionCompiler expressions;
  private final NameBuilder names;

  IndexAssembler(
      ReadContext context,
      TableDraft table,
      TableSet tables,
      ExpressionCompiler expressions,
      NameBuilder names) {
    this.context = context;
    this.table = table;
    this.tables = tables;
    this.expressions = expressions;
    this.names = names;
  }

  /** Returns the index; empty, with a problem reported, when an element is not understood. */
  Optional<Index> assemble(IndexDraft draft) {
    Map<String, String> classes = operatorClasses(draft);
    List<IndexElement> elements = new ArrayList<>();
    List<ConventionFacts.NamedColumn> columns = new ArrayList<>();
    for (Value value : draft.elements()) {
      Optional<IndexElement> element = element(value, classes, draft, columns);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    }
    Optional<IndexName> name = name(draft, columns);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Index(
            name,
            elements,
            draft.unique(),
            text(draft, "postgresql_using")
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> !it.equals("btree")),
            include(draft),
            where(draft),
            flag(draft, "postgresql_nulls_not_distinct"),
            storage(draft),
            true));
  }

  private Optional<IndexName> name(IndexDraft draft, List<ConventionFacts.NamedColumn> columns) {
    ConventionFacts facts = ConventionFacts.of(table.name(), columns);
    return switch (names.name(NamingConvention.Kind.INDEX, draft.name(), facts)) {
      case NameBuilder.Naming.Named(String text) -> Optional.of(new IndexName(text));
      case NameBuilder.Naming.Unnamed _ -> failed("it has no name", draft);
      case NameBuilder.Naming.Failed(String reason) -> failed(reason, draft);
    };
  }

  private <T> Optional<T> failed(String reason, IndexDraft draft) {
    context
        .problems()
        .add(
            "an index of " + table.name() + " is not understood: " + reason,
            "an index of " + table.name(),
            draft.at());
    return Optional.empty();
  }

  private Optional<IndexElement> element(
      Value value,
      Map<String, String> classes,
      IndexDraft draft,
      List<ConventionFacts.NamedColumn> columns) {
    Optional<String> key = Constants.text(value);
    Optional<ColumnDraft> column =
        key.isPresent() ? table.column(key.get()) : tables.column(table, value);
    if (column.isPresent()) {
      columns.add(named(column.get()));
      return Optional.of(
          plain(
              new IndexElement.Target.OfColumn(new ColumnName(column.get().columnName())),
              Optional.ofNullable(classes.get(column.get().columnKey()))));
    }
    if (key.isPresent()) {
      return failed("the table has no column " + key.get(), draft);
    }
    Optional<IndexElement> ordered = ordered(value, classes, draft, columns);
    return ordered.isPresent() ? ordered : expression(value, classes, draft, columns);
  }

  private static IndexElement plain(IndexElement.Target target, Optional<String> operatorClass) {
    return new IndexElement(target, operatorClass, Optional.empty(), false, Optional.empty());
  }

  private static ConventionFacts.NamedColumn named(ColumnDraft column) {
    return new ConventionFacts.NamedColumn(column.columnName(), column.columnKey());
  }

  /** {@code column.desc()}, {@code desc(column)}, with {@code nulls_first()} around it. */
  private Optional<IndexElement> ordered(
      Value value,
      Map<String, String> classes,
      IndexDraft draft,
      List<ConventionFacts.NamedColumn> columns) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Optional<Value> inner = Optional.empty();
    String method = "";
    Optional<String> function = LibraryNames.of(call.callee());
    if (function.isPresent() && !call.arguments().isEmpty()) {
      inner = Optional.of(call.arguments().getFirst());
      method = function.get().replace("sqlalchemy.", "");
    } else if (call.callee() instanceof Value.Attribute(Value of, String name)) {
      inner = Optional.of(of);
      method = name;
    }
    if (inner.isEmpty() || !Ordering.isOrdering(method)) {
      return Optional.empty();
    }
    String word = method;
    // A name inside desc("x") is no column to the library, so that names do not count it.
    List<ConventionFacts.NamedColumn> counted =
        Constants.text(inner.get()).isPresent() ? new ArrayList<>() : columns;
    return element(inner.get(), classes, draft, counted).map(it -> Ordering.apply(it, word));
  }

  private Optional<IndexElement> expression(
      Value value,
      Map<String, String> classes,
      IndexDraft draft,
      List<ConventionFacts.NamedColumn> columns) {
    return switch (expressions.compile(value, draft.at())) {
      case Compilation.Failed(String reason, var _) -> failed(reason, draft);
      case Compilation.Compiled(SqlText sql) -> {
        for (ColumnDraft used : ColumnUses.in(value, table, tables)) {
          columns.add(named(used));
        }
        Optional<String> label = ColumnUses.label(value);
        IndexElement parsed = Ordering.parse(sql.text(), table);
        Optional<String> operatorClass = label.map(classes::get).or(() -> parsed.operatorClass());
        yield Optional.of(
            new IndexElement(
                parsed.target(),
                operatorClass,
                parsed.collation(),
                parsed.descending(),
                parsed.nullsFirst()));
      }
    };
  }

  private static Map<String, String> operatorClasses(IndexDraft draft) {
    Map<String, String> classes = new LinkedHashMap<>();
    if (draft.options().get("postgresql_ops") instanceof Value.DictOf(var entries)) {
      entries.forEach(
          (key, value) ->
              Constants.text(key)
                  .ifPresent(it -> Constants.text(value).ifPresent(text -> classes.put(it, text))));
    }
    return classes;
  }

  private Optional<String> text(IndexDraft draft, String option) {
    return Optional.ofNullable(draft.options().get(option)).flatMap(Constants::text);
  }

  private static boolean flag(IndexDraft draft, String option) {
    return Optional.ofNullable(draft.options().get(option)).flatMap(Constants::flag).orElse(false);
  }

  private List<ColumnName> include(IndexDraft draft) {
    return Optional.ofNullable(draft.options().get("postgresql_include"))
        .flatMap(Constants::items)
        .orElse(List.of())
        .stream()
        .flatMap(it -> columnName(it).stream())
        .toList();
  }

  private Optional<ColumnName> columnName(Value value) {
    return Constants.text(value)
        .map(key -> table.column(key).map(ColumnDraft::columnName).orElse(key))
        .or(() -> tables.column(table, value).map(ColumnDraft::columnName))
        .map(ColumnName::new);
  }

  private Optional<SqlText> where(IndexDraft draft) {
    String dialect = context.options().dialect().sqlalchemyName();
    Value condition = draft.options().get(dialect + "_where");
    if (condition == null) {
      return Optional.empty();
    }
    return switch (expressions.compile(condition, draft.at())) {
      case Compilation.Compiled(SqlText sql) -> Optional.of(sql);
      case Compilation.Failed(String reason, var at) -> {
        context
            .problems()
            .add(
                "the predicate of an index of " + table.name() + " is not understood: " + reason,
                "predicate of an index of " + table.name(),
                at);
        yield Optional.empty();
      }
    };
  }

  private static SortedMap<String, String> storage(IndexDraft draft) {
    SortedMap<String, String> options = new TreeMap<>();
    draft
        .options()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "postgresql_with",
                    "mysql_length",
                    "postgresql_tablespace",
                    "mysql_prefix",
                    "mysql_using",
                    "mysql_with_parser",
                    "mariadb_length",
                    "mariadb_prefix" ->
                    put(options, name, value);
                default -> {}
              }
            });
    return options;
  }

  private static void put(SortedMap<String, String> options, String name, Value value) {
    if (value instanceof Value.DictOf(var entries)) {
      entries.forEach(
          (key, entry) ->
              Constants.text(key).ifPresent(it -> options.put(name + "." + it, plainText(entry))));
    } else {
      options.put(name, plainText(value));
    }
  }

  private static String plainText(Value value) {
    return Constants.text(value).orElseGet(() -> Constants.describe(value));
  }
}
