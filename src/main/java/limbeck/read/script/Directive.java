package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.read.value.Arguments;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * One call of an Alembic directive.
 *
 * @param name of the directive, such as {@code add_column}
 * @param arguments as given
 * @param batch the table of the batch block it stands in
 */
record Directive(String name, Arguments arguments, Optional<TableName> batch) {
  Location at() {
    return arguments.at();
  }

  /**
   * Returns the arguments under the names of the parameters; inside a batch block those that name
   * the table are left out of the positions.
   */
  Arguments bound(List<String> parameters, String tableParameter) {
    List<String> names =
        batch.isPresent()
            ? parameters.stream().filter(it -> !it.equals(tableParameter)).toList()
            : parameters;
    return arguments.bound(names);
  }

  /** Returns the table a directive is about; empty, with a problem, when it cannot be told. */
  Optional<TableName> table(Arguments bound, String parameter) {
    if (batch.isPresent()) {
      return batch;
    }
    return bound.text(parameter).filter(it -> !it.isEmpty()).map(it -> named(bound, it, "schema"));
  }

  static TableName named(Arguments bound, String name, String schemaParameter) {
    return new TableName(bound.text(schemaParameter), name);
  }
}
