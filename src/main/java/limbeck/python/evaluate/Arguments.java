package limbeck.python.evaluate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * The arguments of a call.
 *
 * @param machine the evaluator
 * @param positional unpacked
 * @param keywords unpacked, in order
 * @param openPositional why there may be further positional ones
 * @param openKeywords why there may be further named ones
 * @param at the call's place
 */
record Arguments(
    Machine machine,
    List<Value> positional,
    Map<String, Value> keywords,
    Optional<Value.Unknown> openPositional,
    Optional<Value.Unknown> openKeywords,
    Location at) {
  /** The keyword under which a symbolic call keeps an unpacked mapping that is not known. */
  static final String REST = "**";

  /** Makes arguments that are all positional. */
  static Arguments of(Machine machine, List<Value> positional, Location at) {
    return new Arguments(machine, positional, Map.of(), Optional.empty(), Optional.empty(), at);
  }

  /** Makes arguments from the parts of a call value. */
  static Arguments of(
      Machine machine, List<Value> positional, Map<String, Value> keywords, Location at) {
    if (keywords.get(REST) instanceof Value.Unknown rest) {
      Map<String, Value> named = new LinkedHashMap<>(keywords);
      named.remove(REST);
      return new Arguments(machine, positional, named, Optional.empty(), Optional.of(rest), at);
    }
    return new Arguments(machine, positional, keywords, Optional.empty(), Optional.empty(), at);
  }

  /** Returns the same arguments after some others. */
  Arguments after(List<Value> first) {
    List<Value> all = new ArrayList<>(first);
    all.addAll(positional);
    return new Arguments(machine, all, keywords, openPositional, openKeywords, at);
  }

  /** Returns the same arguments without the first few. */
  Arguments from(int index) {
    return new Arguments(
        machine,
        positional.subList(Math.min(index, positional.size()), positional.size()),
        keywords,
        openPositional,
        openKeywords,
        at);
  }

  /** Returns why there may be further arguments. */
  Optional<Value.Unknown> open() {
    return openPositional.or(() -> openKeywords);
  }

  /** Makes a call that is not interpreted. */
  Value.Call kept(Value callee) {
    List<Value> all = new ArrayList<>(positional);
    openPositional.ifPresent(all::add);
    Map<String, Value> named = new LinkedHashMap<>(keywords);
    openKeywords.ifPresent(rest -> named.put(REST, rest));
    return new Value.Call(
        callee, List.copyOf(all), java.util.Collections.unmodifiableMap(named), at);
  }

  int size() {
    return positional.size();
  }

  /** Returns a positional argument that must be there. */
  Value get(int index) {
    return optional(index).orElseThrow(this::missing);
  }

  private RuntimeException missing() {
    return open()
        .<RuntimeException>map(NotFoldable::because)
        .orElseGet(() -> PythonError.of("TypeError", "missing a required argument", at));
  }

  /** Returns a positional argument. */
  Optional<Value> optional(int index) {
    return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
  }

  /** Returns an argument given by place or by name. */
  Optional<Value> optional(int index, String name) {
    Optional<Value> found = optional(index).or(() -> Optional.ofNullable(keywords.get(name)));
    if (found.isEmpty() && open().isPresent()) {
      throw NotFoldable.because(open().get());
    }
    return found;
  }

  /** Returns an argument given by name. */
  Optional<Value> named(String name) {
    Value found = keywords.get(name);
    if (found == null && openKeywords.isPresent()) {
      throw NotFoldable.because(openKeywords.get());
    }
    return Optional.ofNullable(found);
  }

  /** Returns the text of a positional argument. */
  String text(int index) {
    Value value = get(index);
    return machine.text().known(value).orElseThrow(() -> NotFoldable.because(value));
  }

  /** Returns the text of an argument by place or name, unless absent or None. */
  Optional<String> optionalText(int index, String name) {
    Optional<Value> value = optional(index, name);
    if (value.isEmpty() || value.get() instanceof Value.None) {
      return Optional.empty();
    }
    return Optional.of(
        machine.text().known(value.get()).orElseThrow(() -> NotFoldable.because(value.get())));
  }

  /** Returns the whole number of an argument by place or name, unless absent or None. */
  Optional<BigInteger> optionalWhole(int index, String name) {
    Optional<Value> value = optional(index, name);
    return value.isEmpty() || value.get() instanceof Value.None
        ? Optional.empty()
        : Optional.of(Numbers.whole(value.get()));
  }

  /** Returns the items of a positional argument, all known. */
  List<Value> items(int index) {
    return machine.iteration().complete(get(index), at);
  }

  /** Returns a truth that must be known. */
  boolean isTrue(Value value) {
    return machine.truth().of(value).orElseThrow(() -> NotFoldable.because(value));
  }

  /** Calls a function with positional arguments. */
  Value invoke(Value function, Value... values) {
    return machine.calls().call(function, of(machine, List.of(values), at));
  }

  /** Refuses further arguments than are understood. */
  void requireAtMost(int positionalCount) {
    if (size() > positionalCount || open().isPresent()) {
      throw open().map(NotFoldable::because).orElse(NotFoldable.symbolic());
    }
  }

  PythonError error(String type, String message) {
    return PythonError.of(type, message, at);
  }
}
