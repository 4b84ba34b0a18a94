package limbeck.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import limbeck.workflow.ProjectRequest.ModelSource;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say where models are and how they are read. */
final class ModelOptions {
  private ModelOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.texts(
            "MODULE",
            "PATH or PACKAGE.MODULE, with :NAME for one base or MetaData in it; may be given several"
                + " times (default: what env.py and the settings lead to).",
            "--models"));
    spec.addOption(
        Specs.text(
            "PATH",
            "The project's interpreter or environment, whose packages are read and not run"
                + " (default: VIRTUAL_ENV, .venv or venv).",
            "--python"));
    spec.addOption(
        Specs.flag(
            "Let that interpreter import the models, instead of reading them.",
            "--models-via-python"));
  }

  static ModelSource read(Options options, Map<String, String> environment) {
    return new ModelSource(
        options.values("--models"),
        options.value("--python").map(Path::of),
        Optional.ofNullable(environment.get("VIRTUAL_ENV"))
            .filter(it -> !it.isBlank())
            .map(Path::of),
        folders(environment.getOrDefault("PYTHONPATH", "")),
        options.has("--models-via-python"));
  }

  private static List<Path> folders(String path) {
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(it -> !it.isBlank())
        .map(Path::of)
        .toList();
  }
}
