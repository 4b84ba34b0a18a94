package limbeck.python.value;

import java.util.List;
import java.util.Optional;
import limbeck.text.Location;

/**
 * What stands around evaluated code: it answers what the libraries would answer, and sees the calls
 * in the order in which they would run.
 *
 * <p>The default answers nothing: library calls stay calls. A reader of migration scripts answers
 * {@code op.…} here and looks into its folded schema for inspector calls.
 */
public interface Host {
  /** A host that answers nothing. */
  Host SILENT = new Host() {};

  /** Returns the value of a library call; empty leaves the call itself as the value. */
  default Optional<Value> call(Value.Call call) {
    return Optional.empty();
  }

  /** Returns the value of an attribute of something not interpreted; empty leaves it symbolic. */
  default Optional<Value> attribute(Value.Attribute attribute) {
    return Optional.empty();
  }

  /**
   * Returns whether something not interpreted is true; empty when it cannot be known. Asked for
   * conditions that are not plain values.
   */
  default Optional<Boolean> truth(Value value) {
    return Optional.empty();
  }

  /** Returns what walking something not interpreted yields; empty when it cannot be known. */
  default Optional<List<Value>> items(Value value) {
    return Optional.empty();
  }

  /**
   * Tells whether a library object contains something; empty when that is not known.
   *
   * @param container the object
   * @param item what is looked for in it
   */
  default Optional<Boolean> contains(Value container, Value item) {
    return Optional.empty();
  }

  /**
   * A {@code with} block begins.
   *
   * @return what {@code as} binds; empty binds the context itself
   */
  default Optional<Value> enter(Value context, Location at) {
    return Optional.empty();
  }

  /** The {@code with} block ends. */
  default void exit(Value context, Location at) {}

  /**
   * What follows may or may not run, or may run any number of times; both ways of a branch are
   * walked, one after the other.
   *
   * @param reason why it cannot be known, for the user
   * @param at the condition
   */
  default void beginUncertain(String reason, Location at) {}

  /** The last uncertain part ends. */
  default void endUncertain() {}

  /** A function of the project is entered; lets a reader say which helper a step came from. */
  default void enterFunction(FunctionValue function, Location callSite) {}

  /** The function is left. */
  default void leaveFunction(FunctionValue function) {}

  /** Attribute or item of something not interpreted is assigned; lets a reader see mutations. */
  default void assign(Value target, Value value, Location at) {}
}
