package limbeck.read.table;

import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/** What the source says about a constraint's or index's name. */
public sealed interface StatedName {
  /** Nothing: a convention or the database names it. */
  record Absent() implements StatedName {}

  /**
   * A name that a convention may still wrap.
   *
   * @param text the name
   */
  record Given(String text) implements StatedName {}

  /**
   * A name that no convention touches: {@code conv("…")}, {@code op.f("…")}.
   *
   * @param text the name
   */
  record Final(String text) implements StatedName {}

  /**
   * A name that could not be read.
   *
   * @param value what was found
   */
  record Unclear(Value value) implements StatedName {}

  /** Returns what an argument says; none says nothing. */
  static StatedName of(Optional<Value> argument) {
    if (argument.isEmpty() || Constants.isNone(argument.get())) {
      return new Absent();
    }
    Value value = argument.get();
    boolean isFinal =
        LibraryNames.isCall(value, "sqlalchemy.conv")
            || LibraryNames.isCall(value, "alembic.op.f")
            || (value instanceof Value.Call call
                && call.callee() instanceof Value.Attribute(Value _, String method)
                && method.equals("f"));
    Optional<String> text =
        value instanceof Value.Call call && isFinal && !call.arguments().isEmpty()
            ? Constants.text(call.arguments().getFirst())
            : Constants.text(value);
    if (text.isEmpty()) {
      return new Unclear(value);
    }
    if (text.get().isEmpty()) {
      return new Absent();
    }
    return isFinal ? new Final(text.get()) : new Given(text.get());
  }
}
