package limbeck.workflow.cache;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import limbeck.plan.ColumnPlace;
import limbeck.project.Settings;
import limbeck.read.table.NamingConvention;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * What env.py and the models of a project came to. It holds as long as all that was looked up while
 * they were read is the same, and what they were read with.
 */
public final class ModelCache {
  private final CacheFile file;

  /**
   * Opens it.
   *
   * @param key which models these are, and for which database they were read
   */
  public ModelCache(CacheFolder folder, String key) {
    this.file = new CacheFile(folder, "models", key);
  }

  /**
   * A place in a file.
   *
   * @param file as it is named to the user
   * @param start the first character's offset
   * @param end the offset after the last one
   */
  public record Place(String file, int start, int end) {}

  /**
   * Something that was not understood.
   *
   * @param message what
   * @param unknown what is not known because of it; empty when that is not told apart
   * @param marked whether the schema says so itself
   * @param at where
   */
  public record Remark(String message, String unknown, boolean marked, Place at) {}

  /**
   * A template of a naming convention.
   *
   * @param kind what it names
   * @param text the template
   */
  public record Template(NamingConvention.Kind kind, String text) {}

  /**
   * A naming convention.
   *
   * @param templates in order
   */
  public record Convention(List<Template> templates) {
    /** Copies the list. */
    public Convention {
      templates = List.copyOf(templates);
    }

    /** Returns a convention's templates; functions are left out. */
    public static Convention of(NamingConvention convention) {
      return new Convention(
          convention.templates().entrySet().stream()
              .map(it -> new Template(it.getKey(), it.getValue()))
              .toList());
    }

    /** Returns the convention of these templates. */
    public NamingConvention plain() {
      Map<NamingConvention.Kind, String> byKind = new EnumMap<>(NamingConvention.Kind.class);
      templates.forEach(it -> byKind.put(it.kind(), it.text()));
      return new NamingConvention(byKind, Map.of());
    }
  }

  /**
   * What most commands ask of env.py.
   *
   * @param versionTable the name of Alembic's own table
   * @param versionTableSchema its schema
   * @param transactionPerMigration whether each revision has a transaction of its own
   * @param renderAsBatch whether table changes go into batch blocks
   * @param hooked whether it gives functions that change what Alembic does
   * @param enforcesForeignKeys whether a module has SQLite enforce foreign keys
   * @param problems what was not understood
   */
  public record Facts(
      String versionTable,
      Optional<String> versionTableSchema,
      boolean transactionPerMigration,
      boolean renderAsBatch,
      boolean hooked,
      boolean enforcesForeignKeys,
      List<Remark> problems) {
    /** Copies the list. */
    public Facts {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A column that is not known in all its parts.
   *
   * @param column which
   * @param reason why
   */
  public record Doubt(ColumnPlace column, String reason) {}

  /**
   * What models state.
   *
   * @param schema the tables, enum types and sequences
   * @param classes the classes that define tables
   * @param convention the naming convention
   * @param doubtful columns not known in all their parts, in order of definition
   * @param partial tables of which not all is known
   * @param problems what could not be read
   * @param defaults constant values the application fills in
   * @param answers what comments answer
   */
  public record Stated(
      Schema schema,
      SortedMap<TableName, String> classes,
      Optional<Convention> convention,
      List<Doubt> doubtful,
      SortedSet<TableName> partial,
      List<Remark> problems,
      SortedMap<ColumnPlace, SqlText> defaults,
      Settings.Answers answers) {
    /** Copies the collections. */
    public Stated {
      classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
      doubtful = List.copyOf(doubtful);
      partial = Collections.unmodifiableSortedSet(new TreeSet<>(partial));
      problems = List.copyOf(problems);
      defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
    }
  }

  /**
   * What a reading depends on.
   *
   * @param circumstances what the models were read with, as one text
   * @param lookUps what was looked up while they were read
   * @param untouched the state of the modules' files, where it tells whether they are the same
   */
  public record Basis(
      String circumstances, List<LookUps.Answer> lookUps, List<LookUps.Untouched> untouched) {
    /** Copies the lists. */
    public Basis {
      lookUps = List.copyOf(lookUps);
      untouched = List.copyOf(untouched);
    }

    /** Returns whether all of it is the same now. */
    public boolean holds(String circumstancesNow, LookUps now) {
      now.trust(untouched);
      return circumstances.equals(circumstancesNow) && lookUps.stream().allMatch(now::still);
    }
  }

  /**
   * What a reading came to.
   *
   * @param facts what env.py tells
   * @param convention what scripts leave unnamed is named by
   * @param unfinished what kept modules from being read to their end
   * @param stated what the models state
   */
  public record Kept(Facts facts, Convention convention, List<Remark> unfinished, Stated stated) {
    /** Copies the list. */
    public Kept {
      unfinished = List.copyOf(unfinished);
    }
  }

  /** Returns what is kept if what it depends on holds; all else need not be looked at then. */
  public Optional<Kept> find(Predicate<Basis> holds) {
    return file.<Optional<Kept>>read(
            in -> {
              RecordCodec codec = new RecordCodec();
              return holds.test((Basis) codec.read(Basis.class, in))
                  ? Optional.of((Kept) codec.read(Kept.class, in))
                  : Optional.empty();
            })
        .flatMap(it -> it);
  }

  /** Keeps a reading in place of what was kept before. */
  public void save(Basis basis, Kept kept) {
    file.write(
        out -> {
          RecordCodec codec = new RecordCodec();
          codec.write(basis, Basis.class, out);
          codec.write(kept, Kept.class, out);
        });
  }
}
