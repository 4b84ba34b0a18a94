package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.read.sql.SqlReader;
import limbeck.revision.Origin;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** A file of SQL as a revision: its statements run in one transaction, in order. */
final class SqlScript {
  private SqlScript() {}

  static Revision revision(SourceFile file, Schema before) {
    List<Step> steps = new ArrayList<>();
    SqlReader reader = new SqlReader();
    Schema schema = before;
    int number = 0;
    for (SqlStatement statement : Splitter.split(file.text())) {
      number++;
      Span span = new Span(statement.start(), statement.end());
      for (Operation operation : reader.readOne(statement, schema)) {
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
