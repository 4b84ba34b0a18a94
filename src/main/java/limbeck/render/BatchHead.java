package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.BatchNames;
import limbeck.operation.Operation;
import limbeck.operation.TableRecreation;
import limbeck.revision.Step;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The call that opens a batch block. It says what the calls inside cannot: by which convention the
 * unnamed is found that they drop, and which checks without a name the table has when it is made
 * anew.
 */
final class BatchHead {
  private final OperationCode operations;
  private final TableName table;
  private final SortedMap<String, String> templates = new TreeMap<>();
  private final List<Operation> inside = new ArrayList<>();
  private final boolean speaks;
  private final Schema after;

  /**
   * Looks at the steps of a block.
   *
   * @param before the schema before the first of them
   */
  BatchHead(OperationCode operations, TableName table, List<Step> steps, Schema before) {
    this.operations = operations;
    this.table = table;
    boolean said = false;
    Schema now = before;
    for (Step step : steps) {
      Operation operation = step.operation();
      if (operations.isSaidByHead(operation, now)) {
        said = true;
      } else if (operations.isWritten(operation, now)) {
        inside.add(operation);
      }
      operations
          .dropsUnnamed(operation, now)
          .ifPresent(it -> templates.put(Names.key(it), BatchNames.template(it)));
      now = operations.after(operation, now);
    }
    this.speaks = said;
    this.after = now;
  }

  /** Returns whether nothing is left to be called inside of the block. */
  boolean saysAll() {
    return inside.isEmpty();
  }

  /** Returns {@code op.batch_alter_table("table", …)}. */
  Code call() {
    List<Code> arguments = new ArrayList<>();
    arguments.add(Code.string(table.name()));
    table.schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    if (operations.makesAnew()) {
      boolean anew = TableRecreation.happens(TableRecreation.Mode.AUTO, DialectName.SQLITE, inside);
      if (speaks && !anew) {
        arguments.add(new Code.Named("recreate", Code.string("always")));
      }
      List<Code> checks = speaks || anew ? checks() : List.of();
      if (!checks.isEmpty()) {
        arguments.add(new Code.Named("table_args", new Code.ListOf(checks)));
      }
    }
    if (!templates.isEmpty()) {
      arguments.add(new Code.Named("naming_convention", convention()));
    }
    return Code.call("op.batch_alter_table", arguments);
  }

  private List<Code> checks() {
    Optional<Table> made = after.table(table);
    List<Constraint.Check> checks = made.map(TableRecreation::lostChecks).orElse(List.of());
    return checks.stream().map(operations::inline).toList();
  }

  private Code convention() {
    List<Code.Entry> entries = new ArrayList<>();
    templates.forEach(
        (key, template) -> entries.add(new Code.Entry(Code.string(key), Code.string(template))));
    return new Code.DictOf(entries);
  }
}
