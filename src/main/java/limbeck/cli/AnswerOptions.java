package limbeck.cli;

import java.util.List;
import limbeck.project.Settings;
import limbeck.text.ToolFailure;
import picocli.CommandLine.Model.CommandSpec;

/** The options that answer what the models leave open. */
final class AnswerOptions {
  /** Each option with the form of its value and what it says. */
  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("--rename", "OLD:NEW", "table.column:new or table:new is a rename."),
          List.of("--not-rename", "NAME", "table.column or table really goes."),
          List.of("--move", "OLD:NEW@CONDITION", "A column moved: a.x:b.x@\"b.a_id = a.id\"."),
          List.of("--fill", "COLUMN=SQL", "What existing rows get in a new or required column."),
          List.of("--fill-down", "COLUMN=SQL", "The same on the way back."),
          List.of("--no-fill", "COLUMN", "Existing rows get nothing; the upgrade stops at them."),
          List.of("--using", "COLUMN=SQL", "How values become those of a new type."),
          List.of("--using-down", "COLUMN=SQL", "The same on the way back."),
          List.of("--map", "COLUMN:OLD=NEW", "What becomes of an enum label that goes."));

  private AnswerOptions() {}

  static void addTo(CommandSpec spec) {
    for (List<String> answer : ANSWERS) {
      spec.addOption(Specs.texts(answer.get(1), answer.get(2), answer.get(0)));
    }
    spec.addOption(
        Specs.text("HOW", "safe: answer open questions by what loses nothing.", "--assume"));
  }

  static Settings.Answers read(Options options) {
    Settings.Answers answers = Settings.Answers.NONE;
    for (List<String> answer : ANSWERS) {
      for (String value : options.values(answer.getFirst())) {
        answers = answers.with(answer.getFirst(), value);
      }
    }
    return answers;
  }

  static boolean assumesSafe(Options options) {
    String how = options.value("--assume").orElse("");
    if (!how.isEmpty() && !how.equals("safe")) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE, "--assume does not know '" + how + "'", "write --assume safe");
    }
    return !how.isEmpty();
  }
}
