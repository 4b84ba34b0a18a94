package limbeck.read.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * Takes the operations of a script in order, carries them out on the schema, and turns those that
 * may or may not run into opaque ones.
 */
final class StepRecorder {
  private static final int LONGEST_QUOTE = 80;

  private final Fold fold;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> uncertain = new ArrayList<>();
  private int autocommit;
  private int call;
  private int statement;
  private Schema schema;

  /** Steps of a batch block, which run when it ends, and the schema after them. */
  private final List<Step> deferred = new ArrayList<>();

  private final Map<ColumnName, BatchOrder.Place> places = new HashMap<>();
  private Schema planned;
  private int batches;
  private boolean inBatch;

  StepRecorder(Fold fold, Schema before) {
    this.fold = fold;
    this.schema = before;
    this.planned = before;
  }

  /** Returns the steps so far. */
  List<Step> steps() {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(deferred);
    return List.copyOf(all);
  }

  /** Returns the schema after the steps so far: for a directive of a batch block, those too. */
  Schema schema() {
    return inBatch ? planned : schema;
  }

  /** Returns the schema after the steps so far and those of the batch block. */
  Schema planned() {
    return planned;
  }

  /** Begins a batch block: what its directives do waits for its end. */
  void beginBatch() {
    batches++;
  }

  /** Returns what waits for the end of a batch block. */
  List<Operation> deferred() {
    return deferred.stream().map(Step::operation).toList();
  }

  /** Returns what is said of the places of the columns that a batch block adds. */
  Map<ColumnName, BatchOrder.Place> places() {
    return places;
  }

  /** Ends a batch block. */
  void endBatch() {
    places.clear();
    batches = Math.max(0, batches - 1);
    steps.addAll(deferred);
    deferred.clear();
    schema = planned;
  }

  /** Says whether the steps that follow are of a batch block's directive. */
  void directive(boolean ofBatch) {
    inBatch = ofBatch && batches > 0;
  }

  /** Counts the call whose operations follow. */
  void beginCall() {
    call++;
    statement = 0;
  }

  /** Counts the statement, in the text of the call, whose operations follow. */
  void beginStatement() {
    statement++;
  }

  void beginAutocommit() {
    autocommit++;
  }

  void endAutocommit() {
    autocommit = Math.max(0, autocommit - 1);
  }

  void beginUncertain(String reason) {
    uncertain.add(reason);
  }

  void endUncertain() {
    if (!uncertain.isEmpty()) {
      uncertain.removeLast();
    }
  }

  /** Adds an operation. */
  void add(Operation operation, Location at) {
    Operation kept = operation;
    boolean harmless = operation instanceof DataOperation || operation instanceof Opaque;
    if (!uncertain.isEmpty() && !harmless) {
      kept = new Opaque(quote(at), uncertain.getLast(), Touches.of(operation), true);
    }
    Step step = new Step(kept, new Origin.Script(at, call, statement), autocommit > 0);
    if (inBatch) {
      deferred.add(step);
      planned = fold.apply(kept, planned);
      return;
    }
    steps.add(step);
    schema = fold.apply(kept, schema);
    planned = schema;
    for (Step later : deferred) {
      planned = fold.apply(later.operation(), planned);
    }
  }

  /** Adds a step that was not understood. */
  void addOpaque(
      String why, NavigableSet<TableName> touches, boolean mayChangeSchema, Location at) {
    add(new Opaque(quote(at), why, touches, mayChangeSchema), at);
  }

  /** Adds a step that was not understood and whose tables are not known. */
  void addOpaque(String why, Location at) {
    addOpaque(why, new TreeSet<>(), true, at);
  }

  private static String quote(Location at) {
    String text = at.file().text(at.span()).strip().replaceAll("\\s+", " ");
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
