package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** The body of {@code upgrade()} or {@code downgrade()}: steps with comments, in their blocks. */
final class BodyWriter {
  private static final int INDENT = 4;

  private final OperationCode operations;
  private final StringBuilder out = new StringBuilder();
  private List<Step> rest = List.of();
  private Schema schema;
  private String lastComment = "";
  private boolean inAutocommit;
  private boolean renaming;
  private Optional<TableName> inBatch = Optional.empty();

  private BodyWriter(OperationCode operations, Schema before) {
    this.operations = operations;
    this.schema = before;
  }

  /**
   * Returns the lines of a body, indented by four; empty when there is nothing to do.
   *
   * @param before the schema before the first step
   */
  static String write(List<Step> planned, Schema before, OperationCode operations) {
    List<Step> steps =
        operations.makesAnew() ? LostInBatch.kept(planned, before, operations) : planned;
    if (operations.enforcesForeignKeys()) {
      steps = SuspendedForeignKeys.around(steps, before, operations);
    }
    BodyWriter writer = new BodyWriter(operations, before);
    for (int i = 0; i < steps.size(); i++) {
      writer.rest = steps.subList(i, steps.size());
      writer.step(steps.get(i));
    }
    return writer.out.toString();
  }

  private void step(Step step) {
    Operation operation = step.operation();
    Optional<TableName> batch = operations.batchTable(operation, schema);
    boolean autocommit = step.autocommit() || isConcurrent(operation);
    List<Script> scripts = operations.write(operation, schema, batch.isPresent());
    boolean written = operations.isWritten(operation, schema);
    Schema before = schema;
    if (rest.size() > 1) {
      schema = operations.after(operation, schema);
    }
    if (!written) {
      return;
    }
    String comment = comment(step.origin());
    // Alembic's batch mode does not find a column by its new name before the block has ended.
    boolean renames = renamesColumn(operation);
    boolean sameBlock =
        autocommit == inAutocommit
            && batch.equals(inBatch)
            && (batch.isEmpty() || renames == renaming);
    renaming = renames;
    // What is allowed is allowed for one statement.
    boolean said = comment.equals(lastComment) && !comment.contains("\nlimbeck: ");
    if (!said && !out.isEmpty()) {
      // What has no comment does not belong to the one above.
      out.append('\n');
    }
    if (!comment.isEmpty() && !said) {
      // A comment belongs to what follows, so a block is opened anew behind it.
      out.append(Prose.comment(comment, INDENT));
      sameBlock = sameBlock && !autocommit && batch.isEmpty();
    }
    lastComment = comment;
    if (!sameBlock) {
      open(autocommit, batch, before);
    }
    inAutocommit = autocommit;
    inBatch = batch;
    int indent = INDENT + (autocommit ? INDENT : 0) + (batch.isPresent() ? INDENT : 0);
    scripts.forEach(it -> script(it, indent));
  }

  private static boolean renamesColumn(Operation operation) {
    return operation instanceof ColumnOperation.AlterColumn alter
        && alter.changes().stream().anyMatch(ColumnChange.Rename.class::isInstance);
  }

  private static boolean isConcurrent(Operation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex it -> it.concurrently();
      case IndexOperation.DropIndex it -> it.concurrently();
      default -> false;
    };
  }

  private static String comment(Origin origin) {
    return switch (origin) {
      case Origin.Generated(String because) -> because.strip();
      case Origin.Script _ -> "";
    };
  }

  private void open(boolean autocommit, Optional<TableName> batch, Schema before) {
    int indent = INDENT;
    if (autocommit) {
      out.append(" ".repeat(indent)).append("with op.get_context().autocommit_block():\n");
      indent += INDENT;
    }
    if (batch.isPresent()) {
      BatchHead head = new BatchHead(operations, batch.get(), block(batch.get(), before), before);
      boolean alone = head.saysAll();
      out.append(CodePrinter.print("with ", head.call(), alone ? ":" : " as batch_op:", indent));
      if (alone) {
        out.append(" ".repeat(indent + INDENT)).append("pass\n");
      }
    }
  }

  /** Returns the steps, from the next one on, that stand in one batch block. */
  private List<Step> block(TableName table, Schema before) {
    List<Step> inside = new ArrayList<>();
    Schema now = before;
    String comment = comment(rest.getFirst().origin());
    for (Step step : rest) {
      Operation operation = step.operation();
      if (operations.isWritten(operation, now)) {
        String own = comment(step.origin());
        boolean belongs =
            operations.batchTable(operation, now).equals(Optional.of(table))
                && renamesColumn(operation) == renaming
                && (own.isEmpty() || own.equals(comment));
        if (!belongs) {
          break;
        }
        comment = own;
      }
      inside.add(step);
      now = operations.after(operation, now);
    }
    return inside;
  }

  private void script(Script script, int indent) {
    switch (script) {
      case Script.Expression(Code code) -> out.append(CodePrinter.print(code, indent));
      case Script.Check(String query, String message) -> {
        String margin = " ".repeat(indent);
        out.append(margin).append("if not op.get_context().as_sql:\n");
        Code rows =
            new Code.Call(
                new Code.Member(
                    Code.call("op.get_bind().execute", SqlInPython.text(query)), "first"),
                List.of(),
                false);
        out.append(CodePrinter.print("violation = ", rows, indent + INDENT));
        out.append(margin).append("    if violation is not None:\n");
        Code error = Code.call("RuntimeError", SqlInPython.words(message));
        out.append(CodePrinter.print("raise ", error, indent + 2 * INDENT));
      }
    }
  }
}
