package limbeck.render;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.BatchNames;
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
    Schema before = schema;
    if (rest.size() > 1) {
      schema = operations.after(operation, schema);
    }
    if (scripts.isEmpty()) {
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
      TableName table = batch.get();
      String convention = convention(table, before, " ".repeat(indent));
      String schemaArgument =
          table.schema().map(it -> ", schema=" + PythonString.literal(it)).orElse("");
      out.append(" ".repeat(indent))
          .append("with op.batch_alter_table(")
          .append(convention.isEmpty() ? "" : "\n" + " ".repeat(indent + INDENT))
          .append(PythonString.literal(table.name()))
          .append(schemaArgument)
          .append(convention)
          .append(") as batch_op:\n");
    }
  }

  /** The templates by which Alembic finds what the block drops though it has no name. */
  private String convention(TableName table, Schema before, String margin) {
    SortedMap<String, String> templates = new TreeMap<>();
    Schema now = before;
    for (Step step : rest) {
      boolean inside =
          operations.batchTable(step.operation(), now).equals(Optional.of(table))
              && renamesColumn(step.operation()) == renaming;
      if (!inside) {
        break;
      }
      operations
          .dropsUnnamed(step.operation(), now)
          .ifPresent(it -> templates.put(Names.key(it), BatchNames.template(it)));
      now = operations.after(step.operation(), now);
    }
    if (templates.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(",\n" + margin + "    naming_convention={\n");
    templates.forEach(
        (key, template) ->
            text.append(margin)
                .append("        ")
                .append(PythonString.literal(key))
                .append(": ")
                .append(PythonString.literal(template))
                .append(",\n"));
    return text.append(margin).append("    },\n").append(margin).toString();
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
