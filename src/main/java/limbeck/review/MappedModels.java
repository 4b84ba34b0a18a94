package limbeck.review;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * What a release of the application maps: SQLAlchemy names every mapped column in each SELECT and
 * INSERT.
 *
 * @param schema the tables and columns it maps
 * @param classes the qualified names of the classes, by table
 */
public record MappedModels(Schema schema, SortedMap<TableName, String> classes) {
  /** Copies the names. */
  public MappedModels {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Returns the class that maps a table. */
  public Optional<String> classOf(TableName table) {
    return Optional.ofNullable(classes.get(table));
  }
}
