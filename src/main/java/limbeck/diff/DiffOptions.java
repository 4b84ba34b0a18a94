package limbeck.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import limbeck.operation.DefaultNames;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * What is known about two schemas before they are compared.
 *
 * @param normalForm the one spelling a database has for what it treats as equal
 * @param names how the database names what is left unnamed
 * @param renames renames that somebody has stated
 * @param includes which tables are compared at all
 * @param complete what the wanted schema states completely, so that what it lacks is dropped
 */
public record DiffOptions(
    UnaryOperator<Schema> normalForm,
    DefaultNames names,
    List<StatedRename> renames,
    Predicate<TableName> includes,
    Set<Aspect> complete) {

  /** What a source may state completely, or leave out without meaning that it should not be. */
  public enum Aspect {
    /** Schemas in the sense of namespaces. */
    NAMESPACES,
    /** Sequences that no column owns. */
    SEQUENCES,
    /** Views, functions, triggers and what else is carried as text. */
    OBJECTS
  }

  /** Copies the collections. */
  public DiffOptions {
    renames = List.copyOf(renames);
    complete = Set.copyOf(complete);
  }

  /** Returns options with a normal form, no stated rename, every table, all aspects complete. */
  public static DiffOptions of(UnaryOperator<Schema> normalForm, DefaultNames names) {
    return new DiffOptions(
        normalForm, names, List.of(), table -> true, EnumSet.allOf(Aspect.class));
  }

  /** Returns these options with the renames somebody has stated. */
  public DiffOptions withRenames(List<StatedRename> other) {
    return new DiffOptions(normalForm, names, other, includes, complete);
  }

  /** Returns these options with another choice of tables. */
  public DiffOptions withIncludes(Predicate<TableName> other) {
    return new DiffOptions(normalForm, names, renames, other, complete);
  }

  /** Returns these options for a source that states only some aspects completely. */
  public DiffOptions withComplete(Set<Aspect> other) {
    return new DiffOptions(normalForm, names, renames, includes, other);
  }

  /** Returns these options without one table, such as Alembic's version table. */
  public DiffOptions without(TableName table) {
    return withIncludes(includes.and(it -> !it.equals(table)));
  }
}
