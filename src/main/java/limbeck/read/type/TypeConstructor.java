package limbeck.read.type;

import limbeck.read.value.Arguments;
import limbeck.schema.SqlType;

/** Makes a type of the arguments given to its class. */
@FunctionalInterface
interface TypeConstructor {
  /** Returns the type. */
  SqlType construct(Arguments arguments);
}
