package limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import limbeck.report.Annotations;
import limbeck.report.FindingText;
import limbeck.report.ReviewJson;
import limbeck.report.SarifJson;
import limbeck.report.SchemaReviewJson;
import limbeck.report.SchemaReviewText;
import limbeck.text.ToolFailure;
import limbeck.workflow.ReviewRevisions;
import limbeck.workflow.ReviewSchema;
import limbeck.workflow.SchemaOf;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck review}: finds risks in revisions. */
final class ReviewCommand implements Command {
  private static final List<String> FORMATS =
      List.of("text", "json", "sarif", "github", "gitlab", "junit", "markdown");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("review");
    spec.usageMessage()
        .description(
            "Finds risks for rows, locks and running programs.",
            "Exit 1 when there are any. --format is text, json, sarif, github, gitlab, junit or",
            "markdown.");
    spec.addOption(
        Specs.text("GITREF", "Only revisions that this branch does not have.", "--base"));
    spec.addOption(
        Specs.text(
            "SCOPE",
            "revisions (default), or schema: entities, relations and indexes as a whole.",
            "--scope"));
    spec.addOption(
        Specs.text(
            "SOURCE", "With --scope schema: models (default), or history, or sql:FILE.", "--from"));
    spec.addOption(Specs.text("MAJOR", "PostgreSQL's version (default: 16).", "--pg-version"));
    spec.addOption(
        Specs.text("SEVERITY", "low (default), medium, high, critical or never.", "--fail-on"));
    spec.addOption(
        Specs.text(
            "FILE",
            "How large tables are, as limbeck stats writes it (default: limbeck-stats.json,"
                + " if there).",
            "--stats"));
    spec.addOption(Specs.text("FILE", "The file of known findings.", "--baseline"));
    spec.addOption(Specs.flag("Write that file instead of reading it.", "--write-baseline"));
    spec.addOption(
        Specs.text(
            "FILE",
            "What recorded revisions held, to find edited, moved and deleted ones without git"
                + " (default: limbeck.ledger, if there).",
            "--ledger"));
    spec.addOption(
        Specs.flag("Record all revisions there instead of comparing with it.", "--record"));
    spec.addOption(
        Specs.texts(
            "RULE=SEVERITY",
            "Switch a rule: off, on, or another severity. May be repeated.",
            "--rule"));
    spec.addOption(
        Specs.flag("Run the revisions on a PostgreSQL of its own and compare.", "--trace"));
    spec.addOption(
        Specs.flag(
            "Apply the safe fixes to the scripts, keep those proven on PostgreSQL.", "--fix"));
    spec.addOption(
        Specs.flag(
            "As --fix, and also those that may change what a revision does.", "--unsafe-fixes"));
    return spec.addPositional(
        Specs.parameter(
            "REVISION",
            "A revision, a range FROM:TO, a script, an .sql file, or - for standard input"
                + " (default: heads)."));
  }

  @Override
  public int run(Options options, Console console) {
    String format = options.value("--format").orElse("text");
    if (!FORMATS.contains(format)) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "there is no format '" + format + "'",
          "use one of: " + String.join(", ", FORMATS));
    }
    if (isSchema(options)) {
      return schema(format, options, console);
    }
    Optional<String> target = options.parameter(0);
    ReviewRevisions.Result result =
        ReviewRevisions.run(
            new ReviewRevisions.Request(
                options.project(),
                target,
                options.value("--base"),
                target.filter("-"::equals).map(_ -> input()),
                options.value("--pg-version"),
                options.value("--fail-on"),
                options.value("--stats").map(Path::of),
                options.value("--baseline").map(Path::of),
                options.has("--write-baseline"),
                options.value("--ledger").map(Path::of),
                options.has("--record"),
                options.values("--rule"),
                options.has("--trace"),
                options.has("--fix") || options.has("--unsafe-fixes"),
                options.has("--unsafe-fixes"),
                LocalDate.now(ZoneOffset.UTC)));
    if (!format.equals("json")) {
      options.report(result.problems(), console);
    }
    if (!options.has("--quiet")) {
      result.recorded().ifPresent(console.err()::println);
      // No finding in nothing is no good news.
      target
          .filter(it -> result.steps().isEmpty() && (it.equals("-") || it.endsWith(".sql")))
          .map(it -> (it.equals("-") ? "standard input" : it) + " holds no statement to review")
          .ifPresent(console.err()::println);
    }
    console.out().print(write(format, result, options, console));
    return result.failing() ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static String write(
      String format, ReviewRevisions.Result result, Options options, Console console) {
    return switch (format) {
      case "json" -> ReviewJson.write(result);
      case "sarif" -> SarifJson.write(result);
      case "github" -> Annotations.github(result);
      case "gitlab" -> Annotations.gitlab(result);
      case "junit" -> Annotations.junit(result);
      case "markdown" -> Annotations.markdown(result);
      default -> new FindingText(options.style(console)).write(result);
    };
  }

  private static boolean isSchema(Options options) {
    String scope = options.value("--scope").orElse("revisions");
    return switch (scope) {
      case "schema" -> true;
      case "revisions" -> {
        if (options.value("--from").isPresent()) {
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "--from says whose schema is looked at, and revisions are",
              "add --scope schema, or leave --from out");
        }
        yield false;
      }
      default ->
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "there is no scope '" + scope + "'",
              "write --scope revisions or --scope schema");
    };
  }

  private static int schema(String format, Options options, Console console) {
    ReviewSchema.Result result =
        ReviewSchema.run(options.project(), source(options), options.value("--fail-on"));
    String text =
        switch (format) {
          case "text" -> SchemaReviewText.text(result, options.style(console));
          case "markdown" -> SchemaReviewText.markdown(result);
          case "json" -> SchemaReviewJson.write(result);
          default ->
              throw new ToolFailure(
                  ToolFailure.Code.USAGE,
                  "there is no format '" + format + "' for a schema",
                  "use one of: text, json, markdown");
        };
    if (!format.equals("json")) {
      options.report(result.problems(), console);
    }
    console.out().print(text);
    return result.failing() ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static SchemaOf.Source source(Options options) {
    Optional<String> at = options.parameter(0);
    String from = options.value("--from").orElse(at.isPresent() ? "history" : "models");
    if (from.startsWith("sql:")) {
      return new SchemaOf.Source.OfSql(Path.of(from.substring("sql:".length())));
    }
    return switch (from) {
      case "models" -> new SchemaOf.Source.OfModels();
      case "history" -> new SchemaOf.Source.OfHistory(at);
      default ->
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "there is no source '" + from + "'",
              "write --from models, --from history or --from sql:FILE");
    };
  }

  private static String input() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(System.in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot read standard input: it is not UTF-8",
          "convert it first, for example: iconv -f LATIN1 -t UTF-8 FILE | limbeck review -",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
