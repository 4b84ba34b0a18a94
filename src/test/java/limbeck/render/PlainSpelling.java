package limbeck.render;

import java.util.List;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Just enough SQL for the operations that the tests execute as SQL. */
final class PlainSpelling implements Spelling {
  @Override
  public List<SqlText> statements(Operation operation, Schema before) {
    return switch (operation) {
      case DataOperation.Backfill it ->
          List.of(
              new SqlText(
                  "UPDATE "
                      + it.table()
                      + " SET "
                      + it.column()
                      + " = "
                      + it.value()
                      + it.where().map(where -> " WHERE " + where).orElse("")));
      default -> List.of(new SqlText(Describe.describe(operation)));
    };
  }

  @Override
  public String type(SqlType type) {
    return switch (type) {
      case SqlType.Named(String name, List<String> arguments) ->
          arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
      default -> type.toString();
    };
  }

  @Override
  public String quote(String identifier) {
    return identifier.matches("[a-z_][a-z0-9_]*") ? identifier : "\"" + identifier + "\"";
  }
}
