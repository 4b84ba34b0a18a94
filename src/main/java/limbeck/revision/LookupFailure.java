package limbeck.revision;

/** Carries a problem out of a nested look-up; never leaves the package. */
final class LookupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GraphProblem problem;

  LookupFailure(GraphProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Resolution.Failed asResolution() {
    return new Resolution.Failed(problem);
  }
}
