package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.Apply;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.read.sql.SqlReader;
import limbeck.revision.Origin;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.sql.PsqlScript;
import limbeck.sql.SqlStatement;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** A file of SQL as a revision: its statements run in one transaction, in order. */
final class SqlScript {
  /** Commands of psql that change nothing but what psql itself shows and keeps in mind. */
  private static final Set<String> HARMLESS =
      Set.of(
          ("echo qecho warn timing set unset pset encoding restrict unrestrict x a t f h H o p r w"
                  + " conninfo prompt errverbose getenv setenv cd watch")
              .split(" "));

  private SqlScript() {}

  private static List<Operation> command(String text) {
    String name = text.substring(1).split("\\s", 2)[0];
    boolean shows = name.startsWith("d") || name.startsWith("l");
    return HARMLESS.contains(name) || shows
        ? List.of()
        : List.of(
            new Opaque(text, "a command of psql, which is not followed", new TreeSet<>(), true));
  }

  static Revision revision(SourceFile file, Schema before) {
    List<Step> steps = new ArrayList<>();
    SqlReader reader = new SqlReader();
    Schema schema = before;
    int number = 0;
    for (PsqlScript.Part part : PsqlScript.parts(file.text())) {
      number++;
      SqlStatement statement = part.statement();
      Span span = new Span(statement.start(), statement.end());
      List<Operation> operations =
          part.command() ? command(statement.text()) : reader.readOne(statement, schema);
      for (Operation operation : operations) {
        steps.add(new Step(operation, new Origin.Script(file.at(span), number, number), false));
        schema = Apply.after(operation, schema);
      }
    }
    String path = file.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    RevisionHeader header =
        new RevisionHeader(new RevisionId(name), List.of(), List.of(), List.of(), "", "", file);
    return new Revision(header, steps, List.of(), true);
  }
}
