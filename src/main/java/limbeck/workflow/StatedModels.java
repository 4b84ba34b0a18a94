package limbeck.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.plan.ColumnPlace;
import limbeck.project.Settings;
import limbeck.read.ReadProblem;
import limbeck.read.model.Models;
import limbeck.read.table.NamingConvention;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * What models state, without the Python values and the places behind it: all that most commands ask
 * for, and what can be kept from one run to the next.
 *
 * @param schema the tables, enum types and sequences
 * @param classes the qualified names of the classes that define tables
 * @param convention the naming convention, when one is stated
 * @param doubtful columns that are not known in all their parts, with the reason, in order of
 *     definition
 * @param partial tables of which not all constraints and indexes are known
 * @param problems what could not be read
 * @param defaults the values the application fills in, where they are constants, as SQL
 * @param answers what comments in the models answer
 */
record StatedModels(
    Schema schema,
    SortedMap<TableName, String> classes,
    Optional<NamingConvention> convention,
    Map<ColumnPlace, String> doubtful,
    SortedSet<TableName> partial,
    List<ReadProblem> problems,
    SortedMap<ColumnPlace, SqlText> defaults,
    Settings.Answers answers) {
  /** Copies the collections. */
  StatedModels {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    doubtful = Collections.unmodifiableMap(new LinkedHashMap<>(doubtful));
    partial = Collections.unmodifiableSortedSet(new TreeSet<>(partial));
    problems = List.copyOf(problems);
    defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
  }

  /** Returns what models state that were read from their source. */
  static StatedModels of(Models models, DialectName dialect) {
    Map<ColumnPlace, String> doubtful = new LinkedHashMap<>();
    models
        .doubtful()
        .forEach((it, reason) -> doubtful.put(new ColumnPlace(it.table(), it.column()), reason));
    return new StatedModels(
        models.schema(),
        models.classes(),
        models.convention(),
        doubtful,
        new TreeSet<>(models.partial()),
        models.problems(),
        PythonDefaults.of(models, dialect),
        CommentedAnswers.of(models));
  }
}
