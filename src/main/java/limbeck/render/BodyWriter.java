package limbeck.render;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Apply;
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
  private Schema schema;
  private String lastComment = "";
  private boolean inAutocommit;
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
  static String write(List<Step> steps, Schema before, OperationCode operations) {
    BodyWriter writer = new BodyWriter(operations, before);
    steps.forEach(writer::step);
    return writer.out.toString();
  }

  private void step(Step step) {
    Operation operation = step.operation();
    Optional<TableName> batch = operations.batchTable(operation);
    boolean autocommit = step.autocommit() || isConcurrent(operation);
    List<Script> scripts = operations.write(operation, schema, batch.isPresent());
    schema = Apply.after(operation, schema);
    if (scripts.isEmpty()) {
      return;
    }
    String comment = comment(step.origin());
    boolean sameBlock = autocommit == inAutocommit && batch.equals(inBatch);
    if (!comment.equals(lastComment) && !out.isEmpty()) {
      // What has no comment does not belong to the one above.
      out.append('\n');
    }
    if (!comment.isEmpty() && !comment.equals(lastComment)) {
      // A comment belongs to what follows, so a block is opened anew behind it.
      out.append(Prose.comment(comment, INDENT));
      sameBlock = sameBlock && !autocommit && batch.isEmpty();
    }
    lastComment = comment;
    if (!sameBlock) {
      open(autocommit, batch);
    }
    inAutocommit = autocommit;
    inBatch = batch;
    int indent = INDENT + (autocommit ? INDENT : 0) + (batch.isPresent() ? INDENT : 0);
    scripts.forEach(it -> script(it, indent));
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

  private void open(boolean autocommit, Optional<TableName> batch) {
    int indent = INDENT;
    if (autocommit) {
      out.append(" ".repeat(indent)).append("with op.get_context().autocommit_block():\n");
      indent += INDENT;
    }
    if (batch.isPresent()) {
      TableName table = batch.get();
      String schemaArgument =
          table.schema().map(it -> ", schema=" + PythonString.literal(it)).orElse("");
      out.append(" ".repeat(indent))
          .append("with op.batch_alter_table(")
          .append(PythonString.literal(table.name()))
          .append(schemaArgument)
          .append(") as batch_op:\n");
    }
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
