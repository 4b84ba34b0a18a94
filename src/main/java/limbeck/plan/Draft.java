package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
   */
  record Planned(ClassifiedStep classified, Schema before, Optional<List<Operation>> undo) {}

  private final PlanOptions options;
  private final RowSql sql;
  private final Archive archive = new Archive(this);
  private final List<Planned> steps = new ArrayList<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Set<SafetyNote> notes = new LinkedHashSet<>();
  private final Set<TableName> newTables = new HashSet<>();
  private final Set<ColumnPlace> newColumns = new HashSet<>();
  private final Schema original;
  private Schema schema;

  Draft(Schema before, PlanOptions options) {
    this.original = before;
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
    return List.copyOf(notes);
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
    notes.add(new SafetyNote(kind, text));
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
      Classification kind,
      String reason,
      boolean autocommit,
      Optional<List<Operation>> undo) {
    if (Touched.table(operation).filter(newTables::contains).isEmpty()) {
      options.locks().lock(operation, schema).ifPresent(it -> note(SafetyNote.Kind.LOCK, it));
    }
    Step step = new Step(operation, new Origin.Generated(because), autocommit);
    steps.add(new Planned(new ClassifiedStep(step, kind, reason), schema, undo));
    schema = Apply.apply(operation, schema, options.names()).schema();
  }
}
