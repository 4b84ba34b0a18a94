package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.ColumnFinder;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.table.Autoincrement;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ColumnReader;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.TableAssembler;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeTranslator;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * The SQLAlchemy objects that Alembic makes of a directive's arguments, in a MetaData that has
 * nothing but the naming convention of env.py ({@code operations/schemaobj.py}).
 */
final class ScriptObjects {
  private final ReadContext context;
  private final TypeTranslator types;
  private final ColumnReader columns;
  private final TableItems items;
  private final NamingConvention convention;

  ScriptObjects(ReadContext context, NamingConvention convention) {
    this.context = context;
    this.convention = convention;
    this.types = new TypeTranslator(context);
    this.columns =
        new ColumnReader(context, types, new ExpressionCompiler(context, types, ColumnFinder.NONE));
    this.items = new TableItems(context, columns);
  }

  /** Returns what a MetaData of the script's own makes of arguments, where a value is one. */
  ScriptObjects in(Value metadata) {
    if (!(metadata instanceof Value.Call call)
        || !limbeck.read.value.LibraryNames.isCall(call, "sqlalchemy.MetaData")) {
      return this;
    }
    Value stated = call.keywords().get("naming_convention");
    return new ScriptObjects(
        context,
        stated == null
            ? NamingConvention.DEFAULT
            : NamingConvention.read(stated, context.problems(), call.at()));
  }

  ReadContext context() {
    return context;
  }

  TypeTranslator types() {
    return types;
  }

  NamingConvention convention() {
    return convention;
  }

  /** Returns an empty table. */
  TableDraft table(TableName name, Location at) {
    return new TableDraft(name, new TableDraft.Owner(Optional.empty(), convention), at);
  }

  /** Returns a table with columns of which only the names are known. */
  TableDraft table(TableName name, List<String> columnNames, Location at) {
    TableDraft draft = table(name, at);
    columnNames.forEach(it -> draft.add(stub(it, Optional.empty(), at)));
    return draft;
  }

  /** Returns a table with the columns it has in a schema. */
  TableDraft known(TableName name, Schema schema, Location at) {
    TableDraft draft = table(name, at);
    for (Column column : schema.table(name).map(Table::columns).orElse(List.of())) {
      draft.add(stub(column.name().text(), Optional.of(TypeReading.of(column.type())), at));
    }
    return draft;
  }

  /** Returns a column of which only the name, and perhaps the type, is known. */
  static ColumnDraft stub(String name, Optional<TypeReading> type, Location at) {
    return new ColumnDraft(
        Optional.of(name),
        Optional.empty(),
        type.or(() -> Optional.of(TypeReading.unknown("not stated here"))),
        false,
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        Autoincrement.AUTO,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        List.of(),
        at);
  }

  /** Returns the column a value constructs; empty when it constructs none. */
  Optional<ColumnDraft> column(Value value, TableName table) {
    if (!(value instanceof Value.Call call)
        || !limbeck.read.value.LibraryNames.isCall(call, "sqlalchemy.Column")) {
      return Optional.empty();
    }
    TableDraft draft = table(table, call.at());
    return Optional.of(
        columns.read(
            new ColumnReader.Request(
                call.arguments(),
                call.keywords(),
                Optional.empty(),
                Optional.empty(),
                table.toString(),
                TableItems.scope(draft),
                List.of(value),
                call.at())));
  }

  /** Puts columns, constraints and indexes into a table. */
  void add(List<Value> values, TableDraft draft, Location at) {
    items.add(values, draft, at);
  }

  /** Returns the finished table, with constraints and indexes named. */
  TableAssembler.Assembled assemble(TableDraft draft) {
    TableSet set = new TableSet();
    set.add(draft);
    set.index();
    return new TableAssembler(context, types, set, false).assemble(draft);
  }

  /** Returns a compiler that knows the columns of a table. */
  ExpressionCompiler expressions(TableDraft draft) {
    TableSet set = new TableSet();
    set.add(draft);
    set.index();
    return new ExpressionCompiler(context, types, set.finder(draft));
  }

  /** Returns a compiler that knows the columns of a table, and others that a finder knows. */
  ExpressionCompiler expressions(TableDraft draft, ColumnFinder more) {
    TableSet set = new TableSet();
    set.add(draft);
    set.index();
    ColumnFinder own = set.finder(draft);
    return new ExpressionCompiler(
        context, types, value -> own.find(value).or(() -> more.find(value)));
  }

  /** Returns the type a value stands for. */
  TypeReading type(Value value, TableName table, String column, Location at) {
    return types.translate(value, TableItems.scope(table(table, at)), table + "." + column, at);
  }
}
