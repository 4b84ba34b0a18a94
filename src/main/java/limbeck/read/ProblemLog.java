package limbeck.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import limbeck.text.Location;

/** Collects the problems of one reading, each once, in the order in which they are met. */
public final class ProblemLog {
  private final List<ReadProblem> problems = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param message what was found and why it is not understood
   * @param unknown what is therefore not known
   */
  public void add(String message, String unknown, Location at) {
    problems.add(new ReadProblem(message, unknown, at, false));
  }

  /**
   * Adds a problem that the schema shows itself: the type or default in question is an Unknown.
   *
   * @param message what was found and why it is not understood
   * @param unknown what is therefore not known
   */
  public void addMarked(String message, String unknown, Location at) {
    problems.add(new ReadProblem(message, unknown, at, true));
  }

  /** Returns the problems so far, each once. */
  public List<ReadProblem> all() {
    return new ArrayList<>(new LinkedHashSet<>(problems));
  }

  /** Returns how often a problem was added so far. */
  public int count() {
    return problems.size();
  }

  /** Returns the problems added since the count was taken, each once. */
  public List<ReadProblem> since(int count) {
    return count == problems.size()
        ? List.of()
        : new ArrayList<>(new LinkedHashSet<>(problems.subList(count, problems.size())));
  }
}
