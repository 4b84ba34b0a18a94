package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ConstraintOperation;
import limbeck.python.value.Value;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.ConstraintReader;
import limbeck.read.table.ConventionFacts;
import limbeck.read.table.NameBuilder;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.StatedName;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.TableName;

/** The directives that add and drop constraints. */
final class ConstraintDirectives {
  private final ScriptObjects objects;
  private final StepRecorder steps;

  ConstraintDirectives(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    switch (directive.name()) {
      case "create_unique_constraint" -> unique(directive);
      case "create_primary_key" -> primaryKey(directive);
      case "create_foreign_key" -> foreignKey(directive);
      case "create_check_constraint" -> check(directive);
      case "create_exclude_constraint" -> exclude(directive);
      case "drop_constraint" -> drop(directive);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void add(TableDraft draft, ConstraintDraft constraint, Directive directive) {
    draft.add(constraint);
    for (Constraint made : objects.assemble(draft).table().constraints()) {
      steps.add(
          new ConstraintOperation.AddConstraint(draft.name(), made, Optional.empty()),
          directive.at());
    }
  }

  private static Optional<StatedName> name(Arguments arguments, String parameter) {
    Optional<Value> value = arguments.value(parameter).or(() -> arguments.value("name"));
    StatedName name = StatedName.of(value);
    if (name instanceof StatedName.Unclear(Value what)) {
      arguments.report(parameter, what);
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private static List<Value> references(List<String> columns) {
    return columns.stream().<Value>map(Value.Str::new).toList();
  }

  private void unique(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("constraint_name", "table_name", "columns"), "table_name");
    Optional<TableName> table = table(directive, arguments);
    Optional<List<String>> columns = columns(arguments);
    Optional<StatedName> name = name(arguments, "constraint_name");
    if (table.isEmpty() || columns.isEmpty() || name.isEmpty()) {
      return;
    }
    TableDraft draft = objects.table(table.get(), columns.get(), directive.at());
    List<String> include = arguments.texts("postgresql_include").orElse(List.of());
    include.stream()
        .filter(it -> draft.column(it).isEmpty())
        .forEach(it -> draft.add(ScriptObjects.stub(it, Optional.empty(), directive.at())));
    add(
        draft,
        new ConstraintDraft.Unique(
            name.get(),
            references(columns.get()),
            references(include),
            arguments.isTrue("postgresql_nulls_not_distinct"),
            ConstraintReader.deferral(arguments),
            directive.at()),
        directive);
  }

  private static Optional<TableName> table(Directive directive, Arguments arguments) {
    // Older scripts name the parameter "source".
    return directive.table(arguments, arguments.has("source") ? "source" : "table_name");
  }

  private static Optional<List<String>> columns(Arguments arguments) {
    return arguments.texts(arguments.has("local_cols") ? "local_cols" : "columns");
  }

  private void primaryKey(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("constraint_name", "table_name", "columns"), "table_name");
    Optional<TableName> table = table(directive, arguments);
    Optional<List<String>> columns =
        arguments.has("cols") ? arguments.texts("cols") : columns(arguments);
    Optional<StatedName> name = name(arguments, "constraint_name");
    if (table.isPresent() && columns.isPresent() && name.isPresent()) {
      add(
          objects.table(table.get(), columns.get(), directive.at()),
          new ConstraintDraft.PrimaryKey(
              name.get(),
              references(columns.get()),
              ConstraintReader.deferral(arguments),
              directive.at()),
          directive);
    }
  }

  private void foreignKey(Directive directive) {
    Arguments arguments =
        directive.bound(
            List.of(
                "constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"),
            "source_table");
    Optional<TableName> source =
        directive.batch().or(() -> named(arguments, "source_table", "source", "source_schema"));
    Optional<TableName> referent =
        named(arguments, "referent_table", "referent", "referent_schema");
    Optional<List<String>> columns = arguments.texts("local_cols");
    Optional<List<String>> targets = arguments.texts("remote_cols");
    Optional<StatedName> name = name(arguments, "constraint_name");
    if (source.isEmpty()
        || referent.isEmpty()
        || columns.isEmpty()
        || targets.isEmpty()
        || name.isEmpty()) {
      return;
    }
    List<Value> specifications = new ArrayList<>();
    targets.get().forEach(it -> specifications.add(new Value.Str(referent.get() + "." + it)));
    add(
        objects.table(source.get(), columns.get(), directive.at()),
        new ConstraintDraft.ForeignKey(
            name.get(),
            references(columns.get()),
            specifications,
            ConstraintReader.action(arguments, "ondelete"),
            ConstraintReader.action(arguments, "onupdate"),
            arguments.text("match"),
            ConstraintReader.deferral(arguments),
            !arguments.isTrue("postgresql_not_valid"),
            false,
            directive.at()),
        directive);
  }

  private static Optional<TableName> named(
      Arguments arguments, String parameter, String older, String schema) {
    return arguments
        .text(parameter)
        .or(() -> arguments.text(older))
        .map(it -> Directive.named(arguments, it, schema));
  }

  private void check(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("constraint_name", "table_name", "condition"), "table_name");
    Optional<TableName> table = table(directive, arguments);
    Optional<Value> condition = arguments.value("condition");
    Optional<StatedName> name = name(arguments, "constraint_name");
    if (table.isPresent() && condition.isPresent() && name.isPresent()) {
      add(
          objects.known(table.get(), steps.schema(), directive.at()),
          new ConstraintDraft.Check(
              name.get(),
              condition.get(),
              Optional.empty(),
              !arguments.isTrue("postgresql_not_valid"),
              directive.at()),
          directive);
    }
  }

  private void exclude(Directive directive) {
    Arguments arguments = directive.bound(List.of("constraint_name", "table_name"), "table_name");
    Optional<TableName> table = table(directive, arguments);
    if (table.isEmpty()) {
      return;
    }
    java.util.Map<String, Value> keywords = new java.util.LinkedHashMap<>(arguments.keywords());
    Value name = keywords.remove("constraint_name");
    if (name != null) {
      keywords.put("name", name);
    }
    Value.Call call =
        new Value.Call(
            new Value.Symbol("sqlalchemy.dialects.postgresql.ExcludeConstraint"),
            arguments.positional(),
            keywords,
            directive.at());
    TableDraft draft = objects.known(table.get(), steps.schema(), directive.at());
    arguments.positional().stream()
        .flatMap(it -> Constants.items(it).orElse(List.of()).stream().limit(1))
        .flatMap(it -> Constants.text(it).stream())
        .filter(it -> draft.column(it).isEmpty())
        .forEach(it -> draft.add(ScriptObjects.stub(it, Optional.empty(), directive.at())));
    new ConstraintReader(objects.context().problems())
        .read(call, table.get().toString())
        .ifPresent(it -> add(draft, it, directive));
  }

  private void drop(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("constraint_name", "table_name", "type_"), "table_name");
    Optional<TableName> table =
        directive.table(arguments, arguments.has("tablename") ? "tablename" : "table_name");
    Optional<StatedName> name = name(arguments, "constraint_name");
    if (table.isEmpty() || name.isEmpty()) {
      return;
    }
    Optional<ConstraintOperation.Kind> kind =
        arguments.text("type_").or(() -> arguments.text("type")).flatMap(this::kind);
    Optional<String> text = dropped(name.get(), kind, table.get());
    if (text.isEmpty()) {
      objects
          .context()
          .problems()
          .add(
              "a constraint is dropped without its name; Alembic refuses that when it runs",
              "which constraint of " + table.get() + " is dropped",
              directive.at());
      return;
    }
    steps.add(
        new ConstraintOperation.DropConstraint(
            table.get(),
            new ConstraintName(text.get()),
            kind,
            arguments.isTrue("if_exists"),
            false),
        directive.at());
  }

  /** A bare name is wrapped by a convention that has the constraint_name token. */
  private Optional<String> dropped(
      StatedName name, Optional<ConstraintOperation.Kind> kind, TableName table) {
    if (name instanceof StatedName.Absent) {
      return Optional.empty();
    }
    NamingConvention used = kind.isPresent() ? objects.convention() : NamingConvention.DEFAULT;
    NameBuilder names =
        new NameBuilder(used, objects.context().options().maximumIdentifierLength());
    NameBuilder.Naming naming =
        names.name(
            kind.map(ConstraintDirectives::conventionKind).orElse(NamingConvention.Kind.EXCLUDE),
            name,
            ConventionFacts.of(table, List.of()));
    return naming instanceof NameBuilder.Naming.Named(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static NamingConvention.Kind conventionKind(ConstraintOperation.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> NamingConvention.Kind.PRIMARY_KEY;
      case UNIQUE -> NamingConvention.Kind.UNIQUE;
      case FOREIGN_KEY -> NamingConvention.Kind.FOREIGN_KEY;
      case CHECK -> NamingConvention.Kind.CHECK;
      case EXCLUDE -> NamingConvention.Kind.EXCLUDE;
    };
  }

  private Optional<ConstraintOperation.Kind> kind(String type) {
    return switch (type) {
      case "foreignkey" -> Optional.of(ConstraintOperation.Kind.FOREIGN_KEY);
      case "primary" -> Optional.of(ConstraintOperation.Kind.PRIMARY_KEY);
      case "unique" -> Optional.of(ConstraintOperation.Kind.UNIQUE);
      case "check" -> Optional.of(ConstraintOperation.Kind.CHECK);
      default -> Optional.empty();
    };
  }
}
