package limbeck.python.evaluate;

import java.util.Optional;
import limbeck.python.syntax.Node;
import limbeck.text.Location;

/**
 * Where a piece of code runs.
 *
 * @param scope its names
 * @param activation the run of the function or module it belongs to
 * @param cell the class being defined, for the functions in its body
 */
record Frame(Scope scope, Activation activation, Optional<Closure.ClassCell> cell) {
  /** Returns the same run with inner names. */
  Frame within(Scope inner) {
    return new Frame(inner, activation, cell);
  }

  /** Returns the place of a node. */
  Location at(Node node) {
    return scope.module().file().at(node.span());
  }
}
