package limbeck.python.evaluate;

import limbeck.python.value.Value;

/**
 * A function of Python or its standard library whose result can be computed.
 *
 * <p>It throws {@link NotFoldable} when the arguments are not known well enough, and {@link
 * PythonError} when Python would raise.
 */
interface Native {
  /** Returns the result. */
  Value call(Arguments arguments);
}
