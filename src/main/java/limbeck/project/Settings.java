package limbeck.project;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.text.SourceFile;

/**
 * The tool's own configuration: limbeck.toml, or {@code [tool.limbeck]} in pyproject.toml.
 *
 * @param file where it stands; empty when there is none
 * @param models the modules (dotted) or files that define the models; empty means: those that
 *     env.py imports
 * @param dialect the database's name, such as {@code postgresql}
 * @param largeTables tables whose changes must not block, as {@code table} or {@code schema.table}
 * @param answers to questions that a change of the models leaves open
 */
public record Settings(
    Optional<SourceFile> file,
    List<String> models,
    Optional<String> dialect,
    List<String> largeTables,
    Answers answers) {
  /** No configuration. */
  public static final Settings NONE =
      new Settings(Optional.empty(), List.of(), Optional.empty(), List.of(), Answers.NONE);

  /** Copies the lists. */
  public Settings {
    models = List.copyOf(models);
    largeTables = List.copyOf(largeTables);
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
   */
  public record Answers(
      List<String> renames,
      List<String> notRenames,
      SortedMap<String, String> fills,
      SortedMap<String, String> downFills,
      SortedMap<String, String> usings,
      SortedMap<String, String> downUsings,
      List<String> labelMaps) {
    /** No answers. */
    public static final Answers NONE =
        new Answers(
            List.of(),
            List.of(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
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
          joined(labelMaps, other.labelMaps));
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
