package limbeck.read;

import limbeck.python.PythonProgram;

/**
 * What every part of a reading shares.
 *
 * @param program the Python values
 * @param options what else must be known
 * @param problems where to report what is not understood
 * @param writers functions of the project that write constructs of SQL
 */
public record ReadContext(
    PythonProgram program, ReadOptions options, ProblemLog problems, ConstructWriters writers) {
  /** Begins a reading of which no writers are known yet. */
  public ReadContext(PythonProgram program, ReadOptions options, ProblemLog problems) {
    this(program, options, problems, new ConstructWriters());
  }
}
