package limbeck.read;

import limbeck.python.PythonProgram;

/**
 * What every part of a reading shares.
 *
 * @param program the Python values
 * @param options what else must be known
 * @param problems where to report what is not understood
 */
public record ReadContext(PythonProgram program, ReadOptions options, ProblemLog problems) {}
