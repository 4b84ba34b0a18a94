package limbeck.read.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;

/** Makes constraints of the schema out of what their constructors state. */
final class ConstraintAssembler {
  private final ReadContext context;
  private final TableDraft table;
  private final TableSet tables;
  private final ExpressionCompiler expressions;
  private final NameBuilder names;
  private final ForeignKeyAssembler foreignKeys;

  ConstraintAssembler(
      ReadContext context,
      TableDraft table,
      TableSet tables,
      ExpressionCompiler expressions,
      NameBuilder names,
      ForeignKeyAssembler foreignKeys) {
    this.context = context;
    this.table = table;
    this.tables = tables;
    this.expressions = expressions;
    this.names = names;
    this.foreignKeys = foreignKeys;
  }

  /** Returns the primary key over columns; empty when there are none. */
  Optional<Constraint> primaryKey(List<ColumnDraft> columns) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    ConstraintDraft.PrimaryKey stated =
        table.constraints().stream()
            .filter(ConstraintDraft.PrimaryKey.class::isInstance)
            .map(ConstraintDraft.PrimaryKey.class::cast)
            .reduce((_, last) -> last)
            .orElseGet(
                () ->
                    new ConstraintDraft.PrimaryKey(
                        new StatedName.Absent(), List.of(), Deferral.NOT_DEFERRABLE, table.at()));
    Optional<ConstraintName> name = name(NamingConvention.Kind.PRIMARY_KEY, stated, facts(columns));
    return Optional.of(new Constraint.PrimaryKey(name, columnNames(columns), stated.deferral()));
  }

  /**
   * Returns the constraint; empty, with a problem reported, when it is not understood. A primary
   * key is made by {@link #primaryKey}.
   */
  Optional<Constraint> assemble(ConstraintDraft draft) {
    return switch (draft) {
      case ConstraintDraft.PrimaryKey _ -> Optional.empty();
      case ConstraintDraft.Unique unique -> unique(unique);
      case ConstraintDraft.Check check -> check(check);
      case ConstraintDraft.ForeignKey key -> foreignKey(key);
      case ConstraintDraft.Exclude exclude -> exclude(exclude);
      case ConstraintDraft.OfType check -> Optional.of(ofType(check));
    };
  }

  private Optional<ConstraintName> name(
      NamingConvention.Kind kind, ConstraintDraft draft, ConventionFacts facts) {
    return switch (names.name(kind, draft.name(), facts)) {
      case NameBuilder.Naming.Named(String text) -> Optional.of(new ConstraintName(text));
      case NameBuilder.Naming.Unnamed _ -> Optional.empty();
      case NameBuilder.Naming.Failed(String reason) -> {
        context
            .problems()
            .add(
                "the name of a constraint of " + table.name() + " is not known: " + reason,
                "name of a constraint of " + table.name(),
                draft.at());
        yield Optional.empty();
      }
    };
  }

  private ConventionFacts facts(List<ColumnDraft> columns) {
    return ConventionFacts.of(
        table.name(),
        columns.stream()
            .map(it -> new ConventionFacts.NamedColumn(it.columnName(), it.columnKey()))
            .toList());
  }

  private static List<ColumnName> columnNames(List<ColumnDraft> columns) {
    return columns.stream().map(it -> new ColumnName(it.columnName())).toList();
  }

  /** Finds the columns a constraint states; reports the first that cannot be found. */
  private Optional<List<ColumnDraft>> columns(List<Value> references, ConstraintDraft draft) {
    List<ColumnDraft> found = new ArrayList<>();
    for (Value reference : references) {
      Optional<ColumnDraft> column =
          Constants.text(reference)
              .flatMap(table::column)
              .or(() -> tables.column(table, reference));
      if (column.isEmpty()) {
        report("the table has no column " + Constants.describe(reference), draft);
        return Optional.empty();
      }
      found.add(column.get());
    }
    return Optional.of(found);
  }

  private void report(String reason, ConstraintDraft draft) {
    context
        .problems()
        .add(
            "a constraint of " + table.name() + " is not understood: " + reason,
            "a constraint of " + table.name(),
            draft.at());
  }

  private Optional<Constraint> unique(ConstraintDraft.Unique draft) {
    Optional<List<ColumnDraft>> columns = columns(draft.columns(), draft);
    Optional<List<ColumnDraft>> include = columns(draft.include(), draft);
    if (columns.isEmpty() || include.isEmpty() || columns.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Constraint.Unique(
            name(NamingConvention.Kind.UNIQUE, draft, facts(columns.get())),
            columnNames(columns.get()),
            columnNames(include.get()),
            draft.nullsNotDistinct(),
            draft.deferral()));
  }

  private Optional<Constraint> check(ConstraintDraft.Check draft) {
    List<ColumnDraft> columns = ColumnUses.in(draft.condition(), table, tables);
    return switch (expressions.compile(draft.condition(), draft.at())) {
      case Compilation.Compiled(SqlText sql) ->
          Optional.of(
              new Constraint.Check(
                  name(NamingConvention.Kind.CHECK, draft, facts(columns)),
                  sql,
                  draft.validated()));
      case Compilation.Failed(String reason, var _) -> {
        report(reason, draft);
        yield Optional.empty();
      }
    };
  }

  private Constraint ofType(ConstraintDraft.OfType draft) {
    List<ColumnDraft> columns = table.columnNamed(draft.column()).stream().toList();
    String condition =
        context.options().spelling().quote(draft.column())
            + " IN ("
            + String.join(", ", draft.literals())
            + ")";
    return new Constraint.Check(
        name(NamingConvention.Kind.CHECK, draft, facts(columns)), new SqlText(condition), true);
  }

  private Optional<Constraint> foreignKey(ConstraintDraft.ForeignKey draft) {
    Optional<List<ColumnDraft>> columns = columns(draft.columns(), draft);
    Optional<List<ForeignKeyAssembler.Target>> targets =
        columns.flatMap(it -> foreignKeys.targets(table, draft, it));
    if (columns.isEmpty() || targets.isEmpty() || targets.get().isEmpty()) {
      return Optional.empty();
    }
    ForeignKeyAssembler.Target first = targets.get().getFirst();
    ConventionFacts facts =
        new ConventionFacts(
            table.name(),
            facts(columns.get()).columns(),
            Optional.of(first.table()),
            targets.get().stream().map(it -> it.column().text()).toList());
    return Optional.of(
        new Constraint.ForeignKey(
            name(NamingConvention.Kind.FOREIGN_KEY, draft, facts),
            columnNames(columns.get()),
            first.table(),
            targets.get().stream().map(ForeignKeyAssembler.Target::column).toList(),
            draft.onDelete(),
            draft.onUpdate(),
            draft.match(),
            draft.deferral(),
            draft.validated()));
  }

  private Optional<Constraint> exclude(ConstraintDraft.Exclude draft) {
    List<Constraint.ExcludeElement> elements = new ArrayList<>();
    List<ColumnDraft> columns = new ArrayList<>();
    for (ConstraintDraft.Exclude.Element element : draft.elements()) {
      Optional<IndexElement> target = excludeTarget(element.expression(), draft);
      if (target.isEmpty()) {
        return Optional.empty();
      }
      columns.addAll(ColumnUses.in(element.expression(), table, tables));
      Constants.text(element.expression()).flatMap(table::column).ifPresent(columns::add);
      elements.add(new Constraint.ExcludeElement(target.get(), element.operator()));
    }
    Optional<SqlText> where = Optional.empty();
    if (draft.where().isPresent()) {
      switch (expressions.compile(draft.where().get(), draft.at())) {
        case Compilation.Compiled(SqlText sql) -> where = Optional.of(sql);
        case Compilation.Failed(String reason, var _) -> {
          report(reason, draft);
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Constraint.Exclude(
            name(NamingConvention.Kind.EXCLUDE, draft, facts(columns)),
            draft.method(),
            elements,
            where,
            draft.deferral()));
  }

  private Optional<IndexElement> excludeTarget(Value value, ConstraintDraft.Exclude draft) {
    Optional<ColumnDraft> column =
        Constants.text(value).flatMap(table::column).or(() -> tables.column(table, value));
    if (column.isPresent()) {
      return Optional.of(
          new IndexElement(
              new IndexElement.Target.OfColumn(new ColumnName(column.get().columnName())),
              Optional.ofNullable(draft.operatorClasses().get(column.get().columnKey())),
              Optional.empty(),
              false,
              Optional.empty()));
    }
    return switch (expressions.compile(value, draft.at())) {
      case Compilation.Compiled(SqlText sql) ->
          Optional.of(
              table
                  .columnNamed(sql.text())
                  .map(it -> IndexElement.of(new ColumnName(it.columnName())))
                  .orElseGet(() -> IndexElement.of(sql)));
      case Compilation.Failed(String reason, var _) -> {
        report(reason, draft);
        yield Optional.empty();
      }
    };
  }
}
