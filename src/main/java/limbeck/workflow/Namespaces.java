package limbeck.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** The namespaces that models use without stating them. */
final class Namespaces {
  private static final String DEFAULT = "public";

  private Namespaces() {}

  /**
   * Returns those that the history has no table in: where it has one, the namespace exists, whoever
   * made it.
   */
  static Set<SchemaName> missing(Schema models, Schema before) {
    Set<SchemaName> result = new TreeSet<>(of(models));
    result.removeAll(of(before));
    return result;
  }

  private static Set<SchemaName> of(Schema schema) {
    Set<SchemaName> result = new TreeSet<>();
    Stream.concat(
            schema.tables().keySet().stream().map(TableName::schema),
            schema.enums().keySet().stream().map(TypeName::schema))
        .flatMap(Optional::stream)
        .filter(it -> !it.equals(DEFAULT))
        .map(SchemaName::new)
        .forEach(result::add);
    return result;
  }
}
