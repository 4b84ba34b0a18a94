package limbeck.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * The keywords of {@code context.configure()}.
 *
 * @param values by keyword
 * @param problems takes what cannot be told
 */
record Keywords(Map<String, Value> values, List<Environment.Problem> problems) {
  /** The keyword under which the evaluator keeps an unpacked mapping that is not known. */
  private static final String REST = "**";

  Optional<Value> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns whether something other than None is given. */
  boolean states(String name) {
    return value(name).filter(it -> !(it instanceof Value.None)).isPresent();
  }

  Optional<String> text(String name, Location at) {
    Optional<Value> value = value(name).filter(it -> !(it instanceof Value.None));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Value.Str(String text)) {
      return Optional.of(text);
    }
    unknown(name, value.get(), at);
    return Optional.empty();
  }

  /** Returns a flag; a function in its place means yes, as it does to Alembic. */
  boolean flag(String name, boolean otherwise, Location at) {
    return value(name)
        .map(
            it ->
                switch (it) {
                  case Value.Bool(boolean flag) -> flag;
                  case Value.None() -> otherwise;
                  case FunctionValue _ -> true;
                  default -> {
                    unknown(name, it, at);
                    yield otherwise;
                  }
                })
        .orElse(otherwise);
  }

  void reportRest(Location at) {
    if (values.containsKey(REST)) {
      problems.add(
          new Environment.Problem(
              "context.configure() is given keywords that cannot be told; Alembic's defaults are"
                  + " assumed for those not seen",
              at));
    }
  }

  private void unknown(String name, Value value, Location at) {
    Location place = value instanceof Value.Unknown(String _, Location where) ? where : at;
    String reason = value instanceof Value.Unknown(String why, Location _) ? ": " + why : "";
    problems.add(
        new Environment.Problem(
            name + " cannot be told" + reason + "; the default is assumed", place));
  }
}
