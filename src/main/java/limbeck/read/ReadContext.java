package limbeck.read;

import java.util.Optional;
import java.util.function.Function;
import limbeck.python.PythonProgram;
import limbeck.python.value.Value;

/**
 * What every part of a reading shares.
 *
 * @param program the Python values
 * @param options what else must be known
 * @param problems where to report what is not understood
 * @param writers functions of the project that write constructs of SQL
 * @param metadataSchema the schema that a MetaData states for what names none
 */
public record ReadContext(
    PythonProgram program,
    ReadOptions options,
    ProblemLog problems,
    ConstructWriters writers,
    Function<Value, Optional<String>> metadataSchema) {
  /** Begins a reading of which no writers are known yet, and no MetaData. */
  public ReadContext(PythonProgram program, ReadOptions options, ProblemLog problems) {
    this(program, options, problems, _ -> Optional.empty());
  }

  /** Begins a reading of which no writers are known yet. */
  public ReadContext(
      PythonProgram program,
      ReadOptions options,
      ProblemLog problems,
      Function<Value, Optional<String>> metadataSchema) {
    this(program, options, problems, new ConstructWriters(), metadataSchema);
  }
}
