package limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import limbeck.diff.Candidate;

/** Asks whether what is gone and what is new is one thing under two names. */
final class RenameQuestions {
  private final Draft draft;
  private final Replacements replacements;

  RenameQuestions(Draft draft, Replacements replacements) {
    this.draft = draft;
    this.replacements = replacements;
  }

  void ask(List<Candidate> candidates) {
    Map<String, List<Candidate>> byOrigin = new LinkedHashMap<>();
    for (Candidate it : candidates) {
      if (isOpen(it)) {
        byOrigin.computeIfAbsent(from(it), _ -> new ArrayList<>()).add(it);
      }
    }
    byOrigin.forEach(this::ask);
  }

  private boolean isOpen(Candidate candidate) {
    Answers answers = draft.options().answers();
    return switch (candidate) {
      case Candidate.OfTable it -> !answers.droppedTables().contains(it.from());
      case Candidate.OfColumn it -> {
        ColumnPlace from = new ColumnPlace(it.table(), it.from());
        yield !answers.droppedColumns().contains(from) && replacements.heir(from).isEmpty();
      }
    };
  }

  private static String from(Candidate candidate) {
    return switch (candidate) {
      case Candidate.OfTable it -> it.from().toString();
      case Candidate.OfColumn it -> it.table() + "." + it.from();
    };
  }

  private static String to(Candidate candidate) {
    return switch (candidate) {
      case Candidate.OfTable it -> it.to().toString();
      case Candidate.OfColumn it -> it.to().toString();
    };
  }

  private void ask(String from, List<Candidate> candidates) {
    List<Question.Option> options = new ArrayList<>();
    StringBuilder text = new StringBuilder(from).append(" is gone. Is it under another name now?");
    for (Candidate it : candidates) {
      text.append(' ').append(to(it)).append(": ").append(it.evidence().text()).append('.');
      options.add(
          new Question.Option(
              from + " is " + to(it) + " now; everything in it is kept",
              Shell.option("--rename", from + ":" + to(it), ""),
              it.clear()));
    }
    options.add(
        new Question.Option(
            "drop " + from + "; what is in it is lost",
            Shell.option("--not-rename", from, ""),
            false));
    draft.ask(new Question("rename:" + from, text.toString(), options));
  }
}
