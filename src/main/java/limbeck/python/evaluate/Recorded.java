package limbeck.python.evaluate;

/** A container whose earlier content can be brought back, and joined with another history. */
interface Recorded {
  /** Returns the journal's clock when it was made; a branch need not undo what it made itself. */
  long birth();

  /** Returns a copy that {@link #restore} and {@link #join} understand. */
  Recorded copy();

  /** Takes over the content of a copy. */
  void restore(Recorded copy);

  /** Keeps what both histories agree on; the rest becomes unknown. */
  void join(Recorded copy, Joining joining);
}
