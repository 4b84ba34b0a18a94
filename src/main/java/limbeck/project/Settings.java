package limbeck.project;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/**
 * The tool's own configuration: limbeck.toml, or {@code [tool.limbeck]} in pyproject.toml.
 *
 * @param file where it stands; empty when there is none
 * @param models the modules (dotted) or files that define the models; empty means: those that
 *     env.py imports; {@code :NAME} behind one picks the base or MetaData of that name
 * @param python the project's interpreter or virtual environment, from the directory of the file
 * @param sqlalchemy the version of SQLAlchemy to assume, whatever is locked or installed
 * @param sqlmodel the version of SQLModel to assume
 * @param dialect the database's name, such as {@code postgresql}
 * @param largeTables tables whose changes must not block, as {@code table} or {@code schema.table}
 * @param lockTimeout how long statements on large tables wait for a lock, such as {@code 5s}
 * @param answers to questions that a change of the models leaves open
 * @param review how revisions are reviewed
 */
public record Settings(
    Optional<SourceFile> file,
    List<String> models,
    Optional<String> python,
    Optional<String> sqlalchemy,
    Optional<String> sqlmodel,
    Optional<String> dialect,
    List<String> largeTables,
    Optional<String> lockTimeout,
    Answers answers,
    Review review) {
  /** No configuration. */
  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Answers.NONE,
          Review.NONE);

  /** Copies the lists. */
  public Settings {
    models = List.copyOf(models);
    largeTables = List.copyOf(largeTables);
  }

  /**
   * The table {@code review}.
   *
   * @param rules by name or identifier: {@code off}, {@code on}, or another severity
   * @param failOn the least severity that makes the command fail
   * @param pgVersion PostgreSQL's major version
   * @param baseline the file of the findings that are known
   * @param ledger the file of what recorded revisions held
   */
  public record Review(
      SortedMap<String, String> rules,
      Optional<String> failOn,
      Optional<String> pgVersion,
      Optional<String> baseline,
      Optional<String> ledger) {
    /** Nothing is stated. */
    public static final Review NONE =
        new Review(
            Collections.emptySortedMap(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Copies the rules. */
    public Review {
      rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }
  }

  /**
   * Answers in the spelling of the command line's options.
   *
   * @param byOption what stands behind each option, in the order given
   */
  public record Answers(SortedMap<String, List<String>> byOption) {
    /** The options that answer questions. */
    public static final List<String> OPTIONS =
        List.of(
            "--rename",
            "--not-rename",
            "--move",
            "--fill",
            "--fill-down",
            "--no-fill",
            "--using",
            "--using-down",
            "--map");

    /** No answers. */
    public static final Answers NONE = new Answers(Collections.emptySortedMap());

    /** Copies the map. */
    public Answers {
      SortedMap<String, List<String>> copied = new TreeMap<>();
      byOption.forEach((option, values) -> copied.put(option, List.copyOf(values)));
      byOption = Collections.unmodifiableSortedMap(copied);
    }

    /** Returns what stands behind an option. */
    public List<String> values(String option) {
      return byOption.getOrDefault(option, List.of());
    }

    /** Returns these answers with others added; of two to one question the later one counts. */
    public Answers with(Answers other) {
      SortedMap<String, List<String>> all = new TreeMap<>(byOption);
      other.byOption.forEach(
          (option, values) ->
              all.merge(
                  option,
                  values,
                  (first, second) ->
                      Stream.concat(
                              first.stream().filter(it -> !second.contains(it)), second.stream())
                          .toList()));
      return new Answers(all);
    }

    /**
     * Returns these answers with one more, given as an option of the command line.
     *
     * @param option such as {@code --rename}
     * @param value what stands behind it
     * @throws ToolFailure when the option is none that answers a question
     */
    public Answers with(String option, String value) {
      if (!OPTIONS.contains(option)) {
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            "no question is answered by " + option,
            "see: limbeck generate --help");
      }
      SortedMap<String, List<String>> one = new TreeMap<>();
      one.put(option, List.of(value));
      return with(new Answers(one));
    }
  }
}
