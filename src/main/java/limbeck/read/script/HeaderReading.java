package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.read.ReadProblem;
import limbeck.revision.RevisionHeader;

/**
 * What a file says about its place in the history.
 *
 * @param header empty when it is no revision, or cannot be told which
 * @param problems what could not be read
 */
public record HeaderReading(Optional<RevisionHeader> header, List<ReadProblem> problems) {
  /** Copies the problems. */
  public HeaderReading {
    problems = List.copyOf(problems);
  }
}
