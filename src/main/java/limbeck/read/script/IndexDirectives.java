package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.operation.IndexOperation;
import limbeck.python.value.Value;
import limbeck.read.table.ConstraintReader;
import limbeck.read.table.IndexDraft;
import limbeck.read.table.NameBuilder;
import limbeck.read.table.StatedName;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.TableName;

/** {@code create_index} and {@code drop_index}. */
final class IndexDirectives {
  private final ScriptObjects objects;
  private final StepRecorder steps;

  IndexDirectives(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    switch (directive.name()) {
      case "create_index" -> create(directive);
      case "drop_index" -> drop(directive);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void create(Directive directive) {
    Arguments arguments =
        directive.bound(List.of("index_name", "table_name", "columns"), "table_name");
    Optional<TableName> table =
        directive.table(arguments, arguments.has("tablename") ? "tablename" : "table_name");
    Optional<Value> columns = arguments.value("columns");
    if (table.isEmpty() || columns.isEmpty()) {
      return;
    }
    List<Value> elements =
        Constants.text(columns.get()).isPresent()
            ? List.of(columns.get())
            : Constants.items(columns.get()).orElse(List.of());
    if (elements.isEmpty()) {
      arguments.report("columns", columns.get());
      return;
    }
    TableDraft draft = objects.known(table.get(), steps.schema(), directive.at());
    for (Value element : elements) {
      Constants.text(element)
          .filter(it -> draft.column(it).isEmpty())
          .ifPresent(it -> draft.add(ScriptObjects.stub(it, Optional.empty(), directive.at())));
    }
    draft.add(
        new IndexDraft(
            StatedName.of(arguments.value("index_name").or(() -> arguments.value("name"))),
            elements,
            arguments.isTrue("unique"),
            ConstraintReader.indexOptions(arguments.keywords()),
            directive.at()));
    for (Index index : objects.assemble(draft).table().indexes()) {
      steps.add(
          new IndexOperation.CreateIndex(
              table.get(),
              index,
              arguments.isTrue("postgresql_concurrently"),
              arguments.isTrue("if_not_exists")),
          directive.at());
    }
  }

  private void drop(Directive directive) {
    Arguments arguments = directive.bound(List.of("index_name", "table_name"), "table_name");
    Optional<TableName> table =
        directive.batch().isPresent()
            ? directive.batch()
            : arguments
                .text(arguments.has("tablename") ? "tablename" : "table_name")
                .map(it -> Directive.named(arguments, it, "schema"));
    StatedName stated =
        StatedName.of(arguments.value("index_name").or(() -> arguments.value("name")));
    Optional<String> name =
        switch (stated) {
          case StatedName.Given(String text) -> Optional.of(text);
          case StatedName.Final(String text) -> Optional.of(text);
          case StatedName.Absent _, StatedName.Unclear _ -> Optional.empty();
        };
    if (name.isEmpty()) {
      objects
          .context()
          .problems()
          .add(
              "an index is dropped whose name cannot be told",
              "which index is dropped",
              directive.at());
      return;
    }
    // A final name is cut to what the database takes, as it was when the index was created.
    NameBuilder names =
        new NameBuilder(
            objects.convention(), objects.context().options().maximumIdentifierLength());
    String text =
        stated instanceof StatedName.Final
                && names.name(
                        limbeck.read.table.NamingConvention.Kind.INDEX,
                        stated,
                        limbeck.read.table.ConventionFacts.of(
                            table.orElse(TableName.of("no_table")), List.of()))
                    instanceof NameBuilder.Naming.Named(String cut)
            ? cut
            : name.get();
    steps.add(
        new IndexOperation.DropIndex(
            table,
            table.isPresent() ? table.get().schema() : arguments.text("schema"),
            new IndexName(text),
            arguments.isTrue("postgresql_concurrently"),
            arguments.isTrue("if_exists")),
        directive.at());
  }
}
