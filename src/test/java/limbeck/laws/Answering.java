package limbeck.laws;

import java.util.List;
import limbeck.plan.AnswerReader;
import limbeck.plan.Question;

/** Answers questions as a careful person would: the safe answer, else the last one. */
final class Answering {
  private Answering() {}

  static void answer(List<Question> questions, AnswerReader reader) {
    for (Question question : questions) {
      Question.Option option = question.safe().orElse(question.options().getLast());
      String argument = option.argument();
      int space = argument.indexOf(' ');
      reader.read(argument.substring(0, space), unquoted(argument.substring(space + 1)));
    }
  }

  /** What a POSIX shell makes of words in which only double quotes occur. */
  static String unquoted(String words) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\\') {
        i++;
        result.append(words.charAt(i));
      } else if (c != '"') {
        result.append(c);
      }
    }
    return result.toString();
  }
}
