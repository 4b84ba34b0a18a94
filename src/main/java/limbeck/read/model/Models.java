package limbeck.read.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.read.ReadProblem;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.PythonDefault;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * What a project's models state.
 *
 * @param schema the tables, enum types and sequences
 * @param positions where they are stated
 * @param pythonDefaults the values the application fills in, by column
 * @param classes the qualified names of the classes that define tables
 * @param convention the naming convention, when one is stated
 * @param doubtful columns that are there perhaps, or are stated in the schema though not all their
 *     parts are known, with the reason
 * @param partial tables of which not all constraints and indexes are known
 * @param problems what could not be read
 */
public record Models(
    Schema schema,
    Map<Subject, Location> positions,
    Map<Subject.OfColumn, PythonDefault> pythonDefaults,
    SortedMap<TableName, String> classes,
    Optional<NamingConvention> convention,
    Map<Subject.OfColumn, String> doubtful,
    Set<TableName> partial,
    List<ReadProblem> problems) {
  /** No models. */
  public static final Models NONE =
      new Models(
          Schema.EMPTY,
          Map.of(),
          Map.of(),
          Collections.emptySortedMap(),
          Optional.empty(),
          Map.of(),
          Set.of(),
          List.of());

  /** Copies the collections. */
  public Models {
    positions = Collections.unmodifiableMap(positions);
    pythonDefaults = Collections.unmodifiableMap(pythonDefaults);
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    doubtful = Collections.unmodifiableMap(doubtful);
    partial = Collections.unmodifiableSet(new TreeSet<>(partial));
    problems = List.copyOf(problems);
  }
}
