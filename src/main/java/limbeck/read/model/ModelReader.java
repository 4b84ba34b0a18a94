package limbeck.read.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.python.PythonProgram;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.ReadContext;
import limbeck.read.ReadOptions;
import limbeck.read.ReadProblem;
import limbeck.read.expression.ColumnFinder;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ColumnReader;
import limbeck.read.table.GenerationReader;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.PythonDefault;
import limbeck.read.table.TableAssembler;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Sequence;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Reads the schema that a project's models state, as SQLAlchemy would build it. */
public final class ModelReader {
  private final ReadContext context;
  private final TypeTranslator types;
  private final ColumnReader columns;
  private final MetadataFinder finder;
  private final MetadataFacts facts;
  private final TableFamily family;
  private final ClassLookup lookup;

  private ModelReader(PythonProgram program, ReadOptions options) {
    this.context = new ReadContext(program, options, new ProblemLog(), this::schemaOf);
    this.types = new TypeTranslator(context);
    this.columns =
        new ColumnReader(context, types, new ExpressionCompiler(context, types, ColumnFinder.NONE));
    this.lookup = new ClassLookup(program);
    this.finder = new MetadataFinder(lookup);
    this.facts = new MetadataFacts(finder, context.problems());
    this.family = new TableFamily(facts);
  }

  private Optional<String> schemaOf(Value metadata) {
    return finder.of(metadata).flatMap(it -> facts.owner(it).schema());
  }

  /**
   * Reads the models of a program.
   *
   * @param program whose model modules have been imported
   * @param recorder the host it was evaluated with
   * @param options the metadata in it is a value of this very program
   */
  public static Models read(PythonProgram program, ModelRecorder recorder, ReadOptions options) {
    return new ModelReader(program, options).read(recorder);
  }

  /**
   * Returns the naming convention of {@code target_metadata} without putting the models together;
   * empty when it takes the models to tell which metadata that is.
   */
  public static Optional<NamingConvention> convention(
      PythonProgram program, ModelRecorder recorder, ReadOptions options) {
    Optional<Value> stated = options.metadata();
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    if (Constants.items(stated.get()).isPresent()) {
      // Alembic asks target_metadata itself for its convention, and a list of them has none.
      return Optional.of(NamingConvention.DEFAULT);
    }
    ModelReader reader = new ModelReader(program, options);
    reader.facts.learn(recorder);
    return reader
        .finder
        .of(stated.get())
        .map(reader.facts::current)
        .map(it -> reader.facts.owner(it).convention());
  }

  /** Returns the tables that are there while the program is still evaluated. */
  static TablesSoFar.Reading readSoFar(
      PythonProgram program, ModelRecorder recorder, ReadOptions options) {
    ModelReader reader = new ModelReader(program, options);
    reader.draft(recorder);
    return new TablesSoFar.Reading(
        reader.family,
        reader.finder,
        reader.context.problems().all().stream()
            .filter(it -> !it.marked())
            .map(ReadProblem::unknown)
            .toList());
  }

  private Models read(ModelRecorder recorder) {
    return assemble(draft(recorder), recorder);
  }

  private ModelClasses draft(ModelRecorder recorder) {
    facts.learn(recorder);
    recorder.soFar().ifPresent(it -> types.known(it::type));
    for (ModelRecorder.Compiled it : recorder.compiled()) {
      if (!it.arguments().isEmpty()) {
        Set<String> databases = new LinkedHashSet<>();
        it.arguments().stream()
            .skip(1)
            .flatMap(name -> Constants.text(name).stream())
            .forEach(databases::add);
        Value construct = it.arguments().getFirst();
        Value named = LibraryNames.of(construct).<Value>map(Value.Symbol::new).orElse(construct);
        context.writers().add(named, databases, it.function());
      }
    }
    TableItems items =
        new TableItems(context, columns, it -> recorder.soFar().flatMap(known -> known.copy(it)));
    ImperativeTables imperative = new ImperativeTables(context, finder, facts, family, items);
    imperative.make(recorder);
    ModelClasses classes = new ModelClasses(context, lookup, finder, facts, family, types, columns);
    classes.read(context.program().classes());
    imperative.addLoose(recorder);
    Listeners.report(recorder, family, context.problems());
    new LaterChanges(context, types, columns, family).apply(recorder);
    return classes;
  }

  private Models assemble(ModelClasses classes, ModelRecorder recorder) {
    SchemaBuilder builder = new SchemaBuilder(context);
    Map<Subject, Location> positions = new LinkedHashMap<>();
    Map<Subject.OfColumn, PythonDefault> defaults = new LinkedHashMap<>();
    Map<Subject.OfColumn, String> doubtful = new LinkedHashMap<>();
    Set<TableName> partial = new TreeSet<>();
    Optional<NamingConvention> convention = Optional.empty();
    for (Map.Entry<Metadata, TableSet> entry : chosen().entrySet()) {
      NamingConvention own = facts.owner(entry.getKey()).convention();
      if (convention.isEmpty() && !own.equals(NamingConvention.DEFAULT)) {
        convention = Optional.of(own);
      }
      TableSet set = entry.getValue();
      set.index();
      TableAssembler assembler = new TableAssembler(context, types, set, true);
      for (TableDraft draft : set.tables()) {
        int before = context.problems().count();
        TableAssembler.Assembled assembled = assembler.assemble(draft);
        boolean lacking = context.problems().since(before).stream().anyMatch(it -> !it.marked());
        if (draft.isPartial() || lacking) {
          partial.add(draft.name());
        }
        builder.add(assembled, draft.at());
        locate(draft, assembled, positions);
        note(draft, defaults);
        draft
            .doubtful()
            .forEach(
                (column, reason) ->
                    doubtful.put(
                        new Subject.OfColumn(draft.name(), new ColumnName(column)), reason));
      }
    }
    sequences(recorder).forEach(builder::add);
    return new Models(
        builder.schema(),
        positions,
        defaults,
        classes.classes(),
        convention,
        doubtful,
        partial,
        context.problems().all());
  }

  /** The sequences that are stated to belong to a MetaData in use. */
  private List<Sequence> sequences(ModelRecorder recorder) {
    GenerationReader reader = columns.generations();
    Set<Metadata> used = chosen().keySet();
    return recorder.calls().stream()
        .map(ModelRecorder.Recorded::call)
        .filter(it -> LibraryNames.isCall(it, "sqlalchemy.Sequence"))
        .filter(
            it ->
                Optional.ofNullable(it.keywords().get("metadata"))
                    .flatMap(finder::of)
                    .map(facts::current)
                    .filter(used::contains)
                    .isPresent())
        .flatMap(it -> reader.sequence(it).stream())
        .toList();
  }

  private static void locate(
      TableDraft draft, TableAssembler.Assembled assembled, Map<Subject, Location> positions) {
    positions.put(new Subject.OfTable(draft.name()), draft.at());
    for (ColumnDraft column : draft.columns()) {
      positions.put(
          new Subject.OfColumn(draft.name(), new ColumnName(column.columnName())), column.at());
    }
    assembled
        .positions()
        .forEach(
            (part, at) -> {
              if (part instanceof Constraint constraint) {
                positions.put(new Subject.OfConstraint(draft.name(), constraint), at);
              } else if (part instanceof Index index) {
                positions.put(new Subject.OfIndex(draft.name(), index), at);
              }
            });
  }

  private static void note(TableDraft draft, Map<Subject.OfColumn, PythonDefault> defaults) {
    for (ColumnDraft column : draft.columns()) {
      column
          .pythonDefault()
          .ifPresent(
              it ->
                  defaults.put(
                      new Subject.OfColumn(draft.name(), new ColumnName(column.columnName())), it));
    }
  }

  /** Every MetaData with tables, without those that other packages fill for themselves alone. */
  private Map<Metadata, TableSet> own() {
    Map<Metadata, TableSet> own = new LinkedHashMap<>();
    family
        .sets()
        .forEach(
            (metadata, set) -> {
              boolean foreign =
                  !set.tables().isEmpty()
                      && set.tables().stream()
                          .allMatch(it -> context.options().foreign().test(it.at().file().path()));
              if (!foreign) {
                own.put(metadata, set);
              }
            });
    return own;
  }

  /** The MetaData of {@code target_metadata}, or every one that has tables. */
  private Map<Metadata, TableSet> chosen() {
    Optional<Value> stated = context.options().metadata();
    if (stated.isEmpty()) {
      return own();
    }
    Set<Metadata> wanted = new LinkedHashSet<>();
    for (Value value : Constants.items(stated.get()).orElse(List.of(stated.get()))) {
      Optional<Metadata> metadata = finder.of(value);
      if (metadata.isEmpty()) {
        return family.sets();
      }
      wanted.add(facts.current(metadata.get()));
    }
    Map<Metadata, TableSet> chosen = new LinkedHashMap<>();
    for (Metadata metadata : wanted) {
      chosen.put(metadata, family.set(metadata));
    }
    return chosen;
  }
}
