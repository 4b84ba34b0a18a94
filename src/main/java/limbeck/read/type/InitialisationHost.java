package limbeck.read.type;

import java.util.Optional;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import org.jspecify.annotations.Nullable;

/** Remembers the arguments that a project's type class hands to its library base. */
final class InitialisationHost implements Host {
  private Value.@Nullable Call recorded;

  @Override
  public Optional<Value> call(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value _, String name) && name.equals("__init__")) {
      recorded = call;
      return Optional.of(Value.NONE);
    }
    return Optional.empty();
  }

  /** Returns the call of {@code super().__init__}, when there was one. */
  Optional<Value.Call> recorded() {
    return Optional.ofNullable(recorded);
  }
}
