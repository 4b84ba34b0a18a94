package limbeck.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tool's own configuration from limbeck.toml or pyproject.toml. */
final class SettingsReader {
  private static final Set<String> KEYS =
      Stream.concat(
              Stream.of(
                  "models",
                  "python",
                  "sqlalchemy",
                  "sqlmodel",
                  "dialect",
                  "large_tables",
                  "lock_timeout",
                  "review"),
              Settings.Answers.OPTIONS.stream().map(SettingsReader::key))
          .collect(Collectors.toUnmodifiableSet());

  /** The options that give a column something. */
  private static final Set<String> ASSIGNING =
      Set.of("--fill", "--fill-down", "--using", "--using-down");

  private static final Set<String> REVIEW_KEYS =
      Set.of("rules", "fail_on", "pg_version", "baseline", "ledger");

  private final ProjectFiles files;

  SettingsReader(ProjectFiles files) {
    this.files = files;
  }

  /** Returns the settings of the first directory that has any; limbeck.toml goes first. */
  Settings read(List<Path> directories) {
    for (Path directory : directories) {
      Optional<TomlFile> found =
          table(directory.resolve("limbeck.toml"), List.of())
              .or(() -> table(directory.resolve("pyproject.toml"), List.of("tool", "limbeck")));
      if (found.isPresent()) {
        return settings(found.get());
      }
    }
    return Settings.NONE;
  }

  private Optional<TomlFile> table(Path file, List<String> path) {
    return Files.isRegularFile(file) ? TomlFile.table(files.read(file), path) : Optional.empty();
  }

  private static Settings.Review review(TomlFile toml) {
    requireKnown(toml, REVIEW_KEYS);
    return new Settings.Review(
        toml.stringTable("rules"),
        toml.string("fail_on"),
        toml.string("pg_version"),
        toml.string("baseline"),
        toml.string("ledger"));
  }

  private static void requireKnown(TomlFile toml, Set<String> known) {
    for (String key : toml.table().keySet()) {
      if (!known.contains(key)) {
        throw TomlFile.failure(
            toml.file(),
            toml.table().inputPositionOf(List.of(key)),
            "unknown key "
                + key
                + "; known are "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private Settings settings(TomlFile toml) {
    requireKnown(toml, KEYS);
    return new Settings(
        Optional.of(toml.file()),
        toml.strings("models"),
        toml.string("python"),
        toml.string("sqlalchemy"),
        toml.string("sqlmodel"),
        toml.string("dialect"),
        toml.strings("large_tables"),
        toml.string("lock_timeout"),
        answers(toml),
        toml.inner("review").map(SettingsReader::review).orElse(Settings.Review.NONE));
  }

  /** The keys are the options' names; what is assigned to a column is a table of its own. */
  private static Settings.Answers answers(TomlFile toml) {
    Settings.Answers result = Settings.Answers.NONE;
    for (String option : Settings.Answers.OPTIONS) {
      String key = key(option);
      List<String> values =
          ASSIGNING.contains(option)
              ? toml.stringTable(key).entrySet().stream()
                  .map(it -> it.getKey() + "=" + it.getValue())
                  .toList()
              : toml.strings(key);
      for (String value : values) {
        result = result.with(option, value);
      }
    }
    return result;
  }

  private static String key(String option) {
    return option.substring(2).replace('-', '_');
  }
}
