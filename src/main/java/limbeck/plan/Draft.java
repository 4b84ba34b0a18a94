package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** A plan in the making, with the schema as it is after the steps so far. */
final class Draft {
  /**
   * A step with the schema before it.
   *
   * @param undo what the downgrade does about it; empty is to undo it
   * @param kind the phase it belongs to
   * @param footprint what it touches
   * @param meaning what it means to running programs, where the operation does not tell
   */
  record Planned(
      ClassifiedStep classified,
      Schema before,
      Optional<List<Undo>> undo,
      Phase.Kind kind,
      Footprint footprint,
      Optional<Releases.Meaning> meaning) {
    Operation operation() {
      return classified.step().operation();
    }

    Planned withBefore(Schema other) {
      return new Planned(classified, other, undo, kind, footprint, meaning);
    }
  }

  /**
   * A step of the way back.
   *
   * @param autocommit whether it runs outside a transaction
   */
  record Undo(Operation operation, boolean autocommit) {
    static Undo of(Operation operation) {
      return new Undo(operation, false);
    }

    static Undo alone(Operation operation) {
      return new Undo(operation, true);
    }
  }

  /** A note, and how many steps there were when it was taken. */
  private record Noted(SafetyNote note, int steps) {}

  private final PlanOptions options;
  private final RowSql sql;
  private final Archive archive = new Archive(this);
  private final List<Planned> steps = new ArrayList<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final List<Noted> notes = new ArrayList<>();
  private final Set<TableName> newTables = new HashSet<>();
  private final Set<ColumnPlace> newColumns = new HashSet<>();
  private final Schema original;
  private final Schema goal;
  private final Set<ColumnPlace> guarded = new HashSet<>();
  private Phase.Kind kind = Phase.Kind.EXPAND;
  private Optional<Footprint> about = Optional.empty();
  private Optional<Releases.Meaning> meaning = Optional.empty();
  private Schema schema;

  Draft(Schema before, Schema goal, PlanOptions options) {
    this.original = before;
    this.goal = goal;
    this.schema = before;
    this.options = options;
    this.sql = new RowSql(options.quote());
  }

  PlanOptions options() {
    return options;
  }

  RowSql sql() {
    return sql;
  }

  Archive archive() {
    return archive;
  }

  /** Returns the schema before the first step. */
  Schema original() {
    return original;
  }

  /** Returns the schema that all steps together lead to. */
  Schema goal() {
    return goal;
  }

  Schema schema() {
    return schema;
  }

  List<Planned> steps() {
    return steps;
  }

  List<Question> questions() {
    return List.copyOf(questions.values());
  }

  List<SafetyNote> notes() {
    return notes.stream().map(Noted::note).distinct().toList();
  }

  /** Returns the notes about a step: those taken when it had been added. */
  List<SafetyNote> notesOf(int step) {
    return notes.stream()
        .filter(it -> Math.max(0, it.steps() - 1) == step)
        .map(Noted::note)
        .distinct()
        .toList();
  }

  /** Returns the notes taken since there were that many. */
  List<SafetyNote> notesSince(int count) {
    return notes.stream().skip(count).map(Noted::note).distinct().toList();
  }

  int notesTaken() {
    return notes.size();
  }

  /** Forgets the notes taken since there were that many. */
  void forgetNotes(int count) {
    notes.subList(count, notes.size()).clear();
  }

  /** Plans steps that belong to a phase. */
  void during(Phase.Kind phase, Runnable steps) {
    Phase.Kind outer = kind;
    kind = phase;
    steps.run();
    kind = outer;
  }

  /** Whether what is planned now is done at once. */
  boolean isInPlace() {
    return kind == Phase.Kind.DIRECT;
  }

  /** Plans steps of which only the author knows what they touch. */
  void about(List<ColumnPlace> places, Runnable steps) {
    about(Footprint.of(places), steps);
  }

  /** Plans steps of which only the author knows what they touch. */
  void about(Footprint footprint, Runnable steps) {
    Optional<Footprint> outer = about;
    about = Optional.of(footprint);
    steps.run();
    about = outer;
  }

  /** Plans steps that mean something else to running programs than they would by themselves. */
  void meaning(Releases.Meaning other, Runnable steps) {
    Optional<Releases.Meaning> outer = meaning;
    meaning = Optional.of(other);
    steps.run();
    meaning = outer;
  }

  void guard(ColumnPlace column) {
    guarded.add(column);
  }

  boolean isGuarded(ColumnPlace column) {
    return guarded.contains(column);
  }

  void isNew(TableName table) {
    newTables.add(table);
  }

  void isNew(ColumnPlace column) {
    newColumns.add(column);
  }

  /** Whether the table has no rows yet, because this plan creates it. */
  boolean hasNoRows(TableName table) {
    return newTables.contains(table);
  }

  boolean addedHere(ColumnPlace column) {
    return newColumns.contains(column);
  }

  void ask(Question question) {
    questions.putIfAbsent(question.id(), question);
  }

  void note(SafetyNote.Kind kind, String text) {
    notes.add(new Noted(new SafetyNote(kind, text), steps.size()));
  }

  void add(Operation operation, String because, Classification kind, String reason) {
    add(operation, because, kind, reason, false, Optional.empty());
  }

  /** Adds a step the downgrade has nothing to do about: what it did goes with another one. */
  void addFleeting(
      Operation operation, String because, Classification kind, String reason, boolean autocommit) {
    add(operation, because, kind, reason, autocommit, Optional.of(List.of()));
  }

  void add(
      Operation operation,
      String because,
      Classification classification,
      String reason,
      boolean autocommit,
      Optional<List<Undo>> undo) {
    Step step = new Step(operation, new Origin.Generated(because), autocommit);
    Footprint footprint = about.orElseGet(() -> Footprint.of(operation, schema));
    steps.add(
        new Planned(
            new ClassifiedStep(step, classification, reason),
            schema,
            undo,
            kind,
            footprint,
            meaning));
    if (Touched.table(operation).filter(newTables::contains).isEmpty()) {
      options.locks().lock(operation, schema).ifPresent(it -> note(SafetyNote.Kind.LOCK, it));
    }
    schema = Apply.apply(operation, schema, options.names()).schema();
  }
}
