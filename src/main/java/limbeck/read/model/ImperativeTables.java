package limbeck.read.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ConstraintReader;
import limbeck.read.table.IndexDraft;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.table.TableOptions;
import limbeck.read.table.TableSet;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Tables made by calls of {@code Table}, and what is added to tables afterwards. */
final class ImperativeTables {
  private static final Set<String> CONDITIONS =
      Set.of("sqlalchemy.CheckConstraint", "postgresql.ExcludeConstraint");

  private final ReadContext context;
  private final MetadataFinder finder;
  private final MetadataFacts facts;
  private final TableFamily family;
  private final TableItems items;
  private final TableCopies copies;

  ImperativeTables(
      ReadContext context,
      MetadataFinder finder,
      MetadataFacts facts,
      TableFamily family,
      TableItems items) {
    this.context = context;
    this.finder = finder;
    this.facts = facts;
    this.family = family;
    this.items = items;
    this.copies = new TableCopies(context, finder, facts, family);
  }

  /** Makes the tables of all recorded calls. */
  void make(ModelRecorder recorder) {
    List<ModelRecorder.Recorded> calls = recorder.calls();
    for (int i = 0; i < calls.size(); i++) {
      ModelRecorder.Recorded recorded = calls.get(i);
      Optional<String> name = LibraryNames.of(recorded.call().callee());
      if (name.filter(it -> it.endsWith(".Table")).isPresent()) {
        recorded.uncertain().ifPresent(reason -> reportUncertain(recorded.call(), reason));
        make(recorded.call(), name.get().startsWith("flask_"), i);
      }
    }
  }

  private void reportUncertain(Value.Call call, String reason) {
    Object name =
        call.arguments().isEmpty() ? "?" : Constants.describe(call.arguments().getFirst());
    context
        .problems()
        .add(
            "whether the table " + name + " exists is not known: " + reason,
            "table " + name,
            call.at());
  }

  private void make(Value.Call call, boolean flask, int number) {
    List<Value> arguments = new ArrayList<>(call.arguments());
    Optional<String> name =
        Optional.ofNullable(
                arguments.isEmpty() ? call.keywords().get("name") : arguments.removeFirst())
            .flatMap(Constants::text);
    Optional<Metadata> metadata = Optional.empty();
    if (!arguments.isEmpty()) {
      metadata = finder.of(arguments.getFirst());
    } else if (call.keywords().get("metadata") != null) {
      metadata = finder.of(java.util.Objects.requireNonNull(call.keywords().get("metadata")));
    }
    if (metadata.isPresent() && !arguments.isEmpty()) {
      arguments.removeFirst();
    } else if (metadata.isEmpty()
        && flask
        && call.callee() instanceof Value.Attribute(Value extension, String _)) {
      metadata = finder.ofOwner(extension);
    }
    if (name.isEmpty() || metadata.isEmpty()) {
      report(call, name);
      return;
    }
    TableName full = family.name(metadata.get(), name.get(), statedSchema(call.keywords()));
    if (isSchemaUnknown(call.keywords())) {
      String what = "the schema of the table " + name.get();
      context.problems().add(what + " cannot be told", what, call.at());
    }
    TableDraft table = new TableDraft(full, facts.ownerForCall(metadata.get(), number), call.at());
    TableSet set = family.set(metadata.get());
    set.table(full).ifPresent(earlier -> earlier.columns().forEach(table::add));
    set.add(table);
    set.bind(call, table);
    if (call.keywords().containsKey("autoload_with") || call.keywords().containsKey("autoload")) {
      context
          .problems()
          .add(
              "the columns of " + full + " are read from a database at run time",
              "columns of " + full,
              call.at());
    }
    items.add(arguments, table, call.at());
    TableOptions.read(call.keywords(), table, context.problems(), call.at());
  }

  private void report(Value.Call call, Optional<String> name) {
    boolean inspected = name.isPresent() && call.arguments().size() < 2;
    if (!inspected) {
      context
          .problems()
          .add(
              "a call of Table is not understood: its "
                  + (name.isEmpty() ? "name" : "MetaData")
                  + " cannot be told",
              name.map(it -> "table " + it).orElse("a table"),
              call.at());
    }
  }

  /** Returns whether a schema is stated, but not known. */
  static boolean isSchemaUnknown(Map<String, Value> keywords) {
    return keywords.containsKey("schema")
        && statedSchema(keywords).filter(Optional::isEmpty).isPresent()
        && LibraryNames.of(keywords.getOrDefault("schema", Value.NONE))
            .filter(it -> it.contains("BLANK_SCHEMA"))
            .isEmpty();
  }

  /** The schema a table states: nothing, None, or a name. */
  static Optional<Optional<String>> statedSchema(Map<String, Value> keywords) {
    Value schema = keywords.get("schema");
    if (schema == null || Constants.isNone(schema)) {
      return Optional.empty();
    }
    if (LibraryNames.of(schema).filter(it -> it.contains("BLANK_SCHEMA")).isPresent()) {
      return Optional.of(Optional.empty());
    }
    return Optional.of(Constants.text(schema));
  }

  /** Adds what stands outside tables to the tables it names, and makes copies of tables. */
  void addLoose(ModelRecorder recorder) {
    family.sets().values().forEach(TableSet::index);
    ConstraintReader reader = new ConstraintReader(context.problems());
    KnownParts known = new KnownParts();
    Set<Location> atColumns = new HashSet<>();
    for (TableSet set : family.sets().values()) {
      for (TableDraft table : set.tables()) {
        known.addAll(table);
        table.columns().forEach(it -> it.constraints().forEach(own -> atColumns.add(own.at())));
      }
    }
    for (ModelRecorder.Recorded recorded : recorder.calls()) {
      Value.Call call = recorded.call();
      Optional<IndexDraft> index = reader.readIndex(call, "a table");
      if (index.isPresent()) {
        if (known.add(index.get())) {
          attach(index.get(), recorded.uncertain());
        }
      } else if (LibraryNames.isCall(call, "sqlalchemy.UniqueConstraint")) {
        if (!atColumns.contains(call.at())) {
          attach(call, reader, known);
        }
      } else if (LibraryNames.ofCall(call).filter(CONDITIONS::contains).isPresent()) {
        if (!atColumns.contains(call.at())) {
          attachCondition(call, reader, known);
        }
      } else if (TableCopies.isCopy(call)) {
        // In order, since a copy has what the table has by then.
        copies.copy(recorded);
      } else if (call.callee() instanceof Value.Attribute(Value owner, String method)
          && method.startsWith("append_")) {
        family.table(owner).ifPresent(it -> items.add(call.arguments(), it, call.at()));
      }
    }
  }

  /** A constraint over columns belongs to their table, wherever it is written. */
  private void attach(Value.Call call, ConstraintReader reader, KnownParts known) {
    if (call.arguments().isEmpty() || Constants.text(call.arguments().getFirst()).isPresent()) {
      return; // Names of columns say nothing about the table.
    }
    for (TableSet set : family.sets().values()) {
      Optional<TableDraft> owner = firstTable(call.arguments().getFirst(), set);
      if (owner.isPresent()) {
        reader
            .read(call, owner.get().name().toString())
            .filter(known::add)
            .ifPresent(owner.get()::add);
        return;
      }
    }
  }

  /** A condition over columns that were read off a table belongs to that table. */
  private void attachCondition(Value.Call call, ConstraintReader reader, KnownParts known) {
    for (Value argument : call.arguments()) {
      Optional<TableDraft> owner = referred(argument);
      if (owner.isPresent()) {
        reader
            .read(call, owner.get().name().toString())
            .filter(known::add)
            .ifPresent(owner.get()::add);
        return;
      }
    }
  }

  /** The column of a class under way is none of a table yet, so only references count. */
  private Optional<TableDraft> referred(Value value) {
    if (value instanceof Value.Attribute || value instanceof Value.Item) {
      for (TableSet set : family.sets().values()) {
        List<TableSet.Located> located = set.columns(value);
        if (!located.isEmpty()) {
          return Optional.of(located.getFirst().table());
        }
      }
    }
    return parts(value).stream().flatMap(it -> referred(it).stream()).findFirst();
  }

  /** An index belongs to the table of the first column it names. */
  private void attach(IndexDraft index, Optional<String> uncertain) {
    for (TableSet set : family.sets().values()) {
      for (Value element : index.elements()) {
        Optional<TableDraft> owner = firstTable(element, set);
        if (owner.isPresent() && uncertain.isEmpty()) {
          owner.get().add(index);
          return;
        }
        if (owner.isPresent()) {
          report(
              "whether an index of "
                  + owner.get().name()
                  + " is made is not known: "
                  + uncertain.get(),
              owner.get(),
              index.at());
          return;
        }
      }
    }
    if (index.elements().stream().anyMatch(Value.Unknown.class::isInstance)) {
      String reason = "an index is not understood: the table it belongs to cannot be told";
      context.problems().add(reason, "an index of a table", index.at());
    }
  }

  private void report(String reason, TableDraft table, Location at) {
    context.problems().add(reason, "an index of " + table.name(), at);
    table.partial();
  }

  private static Optional<TableDraft> firstTable(Value value, TableSet set) {
    List<TableSet.Located> located = set.columns(value);
    if (!located.isEmpty()) {
      return Optional.of(located.getFirst().table());
    }
    for (Value part : parts(value)) {
      Optional<TableDraft> found = firstTable(part, set);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Value> parts(Value value) {
    return switch (value) {
      case Value.Call call -> {
        List<Value> all = new ArrayList<>(call.arguments());
        all.addFirst(call.callee());
        yield all;
      }
      case Value.Attribute _, Value.Item _ when TablesSoFar.isColumn(value) -> List.of();
      case Value.Attribute(Value of, String _) -> List.of(of);
      case Value.Item(Value of, Value _) -> List.of(of);
      case Value.Operation(String _, List<Value> operands) -> operands;
      case Value.TupleOf(List<Value> items) -> items;
      default -> List.of();
    };
  }
}
