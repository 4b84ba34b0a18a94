package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.operation.DefaultNames;
import limbeck.operation.ObjectOperation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.TableAssembler;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableOptions;
import limbeck.read.value.Arguments;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** {@code create_table}, {@code drop_table}, {@code rename_table} and the table's comment. */
final class TableDirectives {
  private final ScriptObjects objects;
  private final EnumUses enums;
  private final StepRecorder steps;

  TableDirectives(ScriptObjects objects, EnumUses enums, StepRecorder steps) {
    this.objects = objects;
    this.enums = enums;
    this.steps = steps;
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    switch (directive.name()) {
      case "create_table" -> create(directive);
      case "drop_table" -> drop(directive);
      case "rename_table" -> rename(directive);
      case "create_table_comment", "drop_table_comment" -> comment(directive);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void create(Directive directive) {
    Arguments arguments = directive.bound(List.of("table_name"), "");
    Optional<TableName> name = directive.table(arguments, "table_name");
    if (name.isEmpty()) {
      return;
    }
    TableDraft draft = objects.table(name.get(), directive.at());
    List<Value> items = arguments.positional();
    Value legacy = arguments.keywords().get("columns");
    if (legacy != null) {
      items = limbeck.read.value.Constants.items(legacy).orElse(arguments.positional());
    }
    objects.add(items, draft, directive.at());
    TableOptions.read(arguments.keywords(), draft, objects.context().problems(), directive.at());
    TableAssembler.Assembled assembled = objects.assemble(draft);
    enums.ofNewTable(assembled.enums(), directive.at());
    assembled
        .sequences()
        .forEach(
            it -> {
              if (objects.context().options().dialect() == DialectName.POSTGRESQL) {
                steps.add(new ObjectOperation.CreateSequence(it, false), directive.at());
              }
            });
    steps.add(
        new TableOperation.CreateTable(named(assembled, draft), arguments.isTrue("if_not_exists")),
        directive.at());
  }

  /**
   * Returns the table with the names that a database gives by the order of its constraints.
   * SQLAlchemy leaves checks in the columns where they stand, and nothing else.
   */
  private Table named(TableAssembler.Assembled assembled, TableDraft draft) {
    Set<Location> atColumns =
        draft.columns().stream()
            .flatMap(it -> it.constraints().stream())
            .filter(ConstraintDraft.Check.class::isInstance)
            .map(ConstraintDraft::at)
            .collect(Collectors.toSet());
    List<Constraint> inColumns = new ArrayList<>();
    List<Constraint> inOrder = new ArrayList<>();
    assembled
        .positions()
        .forEach(
            (part, at) -> {
              if (part instanceof Constraint it) {
                (atColumns.contains(at) ? inColumns : inOrder).add(it);
              }
            });
    return DefaultNames.ofHistory(objects.context().options().dialect())
        .created(assembled.table(), inColumns, inOrder);
  }

  private void drop(Directive directive) {
    Arguments arguments = directive.bound(List.of("table_name"), "");
    directive
        .table(arguments, "table_name")
        .ifPresent(
            it ->
                steps.add(
                    new TableOperation.DropTable(it, arguments.isTrue("if_exists"), false),
                    directive.at()));
  }

  private void rename(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("old_table_name", "new_table_name", "schema"), "");
    Optional<TableName> from = directive.table(arguments, "old_table_name");
    Optional<TableName> to = directive.table(arguments, "new_table_name");
    if (from.isPresent() && to.isPresent()) {
      steps.add(new TableOperation.RenameTable(from.get(), to.get()), directive.at());
    }
  }

  private void comment(Directive directive) {
    boolean creates = directive.name().equals("create_table_comment");
    Arguments arguments =
        directive.bound(
            creates ? List.of("table_name", "comment") : List.of("table_name"), "table_name");
    Optional<TableName> table = directive.table(arguments, "table_name");
    if (table.isEmpty()) {
      return;
    }
    Optional<Table> known = steps.schema().table(table.get());
    Optional<String> before =
        known.isPresent() ? known.get().comment() : arguments.text("existing_comment");
    steps.add(
        new TableOperation.SetTableComment(
            table.get(), before, creates ? arguments.text("comment") : Optional.empty()),
        directive.at());
  }
}
