package limbeck.project;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
   */
  public record Review(
      SortedMap<String, String> rules,
      Optional<String> failOn,
      Optional<String> pgVersion,
      Optional<String> baseline) {
    /** Nothing is stated. */
    public static final Review NONE =
        new Review(
            Collections.emptySortedMap(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the rules. */
    public Review {
      rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }
  }

  /**
   * Answers in the spelling of the command line's options.
   *
   * @param renames {@code table.old:table.new} or {@code old:new} for tables
   * @param notRenames {@code table.column}, columns that are new though they look renamed
   * @param fills by {@code table.column}: SQL for the value of existing rows on the way up
   * @param downFills the same on the way down
   * @param usings by {@code table.column}: SQL that converts the rows to a new type
   * @param downUsings the same on the way down
   * @param labelMaps {@code table.column:OLD=NEW}, for enum labels that go or are renamed
   * @param unfilled {@code table.column}, columns for which existing rows get nothing
   */
  public record Answers(
      List<String> renames,
      List<String> notRenames,
      SortedMap<String, String> fills,
      SortedMap<String, String> downFills,
      SortedMap<String, String> usings,
      SortedMap<String, String> downUsings,
      List<String> labelMaps,
      List<String> unfilled) {
    /** No answers. */
    public static final Answers NONE =
        new Answers(
            List.of(),
            List.of(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            List.of(),
            List.of());

    /** Copies the collections. */
    public Answers {
      renames = List.copyOf(renames);
      notRenames = List.copyOf(notRenames);
      fills = Collections.unmodifiableSortedMap(new TreeMap<>(fills));
      downFills = Collections.unmodifiableSortedMap(new TreeMap<>(downFills));
      usings = Collections.unmodifiableSortedMap(new TreeMap<>(usings));
      downUsings = Collections.unmodifiableSortedMap(new TreeMap<>(downUsings));
      labelMaps = List.copyOf(labelMaps);
      unfilled = List.copyOf(unfilled);
    }

    /** Returns these answers with others added, which win where both answer. */
    public Answers with(Answers other) {
      return new Answers(
          joined(renames, other.renames),
          joined(notRenames, other.notRenames),
          joined(fills, other.fills),
          joined(downFills, other.downFills),
          joined(usings, other.usings),
          joined(downUsings, other.downUsings),
          joined(labelMaps, other.labelMaps),
          joined(unfilled, other.unfilled));
    }

    /**
     * Returns these answers with one more, given as an option of the command line.
     *
     * @param option such as {@code --rename}
     * @param value what stands behind it
     * @throws ToolFailure when the option is none, or its value has no {@code =} where it needs one
     */
    public Answers with(String option, String value) {
      List<String> one = List.of(value);
      SortedMap<String, String> none = Collections.emptySortedMap();
      List<String> nothing = List.of();
      return with(
          switch (option) {
            case "--rename" -> new Answers(one, nothing, none, none, none, none, nothing, nothing);
            case "--not-rename" ->
                new Answers(nothing, one, none, none, none, none, nothing, nothing);
            case "--fill" ->
                new Answers(
                    nothing, nothing, pair(option, value), none, none, none, nothing, nothing);
            case "--fill-down" ->
                new Answers(
                    nothing, nothing, none, pair(option, value), none, none, nothing, nothing);
            case "--using" ->
                new Answers(
                    nothing, nothing, none, none, pair(option, value), none, nothing, nothing);
            case "--using-down" ->
                new Answers(
                    nothing, nothing, none, none, none, pair(option, value), nothing, nothing);
            case "--map" -> new Answers(nothing, nothing, none, none, none, none, one, nothing);
            case "--no-fill" -> new Answers(nothing, nothing, none, none, none, none, nothing, one);
            default ->
                throw new ToolFailure(
                    ToolFailure.Code.USAGE,
                    "no question is answered by " + option,
                    "see: limbeck generate --help");
          });
    }

    private static SortedMap<String, String> pair(String option, String value) {
      int equals = value.indexOf('=');
      if (equals <= 0 || value.substring(equals + 1).isBlank()) {
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            option + " " + value + " has no value",
            "write " + option + " table.column=\"SQL\"");
      }
      SortedMap<String, String> result = new TreeMap<>();
      result.put(value.substring(0, equals).strip(), value.substring(equals + 1).strip());
      return result;
    }

    private static List<String> joined(List<String> first, List<String> second) {
      return java.util.stream.Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static SortedMap<String, String> joined(
        SortedMap<String, String> first, SortedMap<String, String> second) {
      SortedMap<String, String> result = new TreeMap<>(first);
      result.putAll(second);
      return result;
    }
  }
}
