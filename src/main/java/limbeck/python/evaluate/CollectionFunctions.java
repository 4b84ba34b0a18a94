package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** {@code collections} and similar containers. */
final class CollectionFunctions {
  private CollectionFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("collections.OrderedDict", BuiltinTypes::dict);
    functions.put("collections.deque", BuiltinTypes::list);
    functions.put("collections.defaultdict", CollectionFunctions::defaultDict);
    functions.put("collections.Counter", CollectionFunctions::counter);
    functions.put("collections.ChainMap", CollectionFunctions::chainMap);
    functions.put(
        "collections.namedtuple",
        arguments -> namedTuple(new Value.Symbol("collections.namedtuple"), arguments));
    functions.put(
        "typing.NamedTuple",
        arguments -> namedTuple(new Value.Symbol("typing.NamedTuple"), arguments));
    functions.put("types.MappingProxyType", arguments -> arguments.get(0));
  }

  private static Value defaultDict(Arguments arguments) {
    Value made = BuiltinTypes.dict(arguments.from(1));
    Optional<Value> factory = arguments.optional(0).filter(given -> !(given instanceof Value.None));
    if (made instanceof Value.DictOf(DictEntries entries)) {
      factory.ifPresent(entries::setFactory);
    }
    return made;
  }

  private static Value counter(Arguments arguments) {
    if (arguments.size() != 1 || !arguments.keywords().isEmpty()) {
      throw NotFoldable.symbolic();
    }
    DictEntries entries = arguments.machine().journal().dict(Map.of());
    for (Value item : arguments.items(0)) {
      Value before = entries.lookUp(item);
      entries.set(item, Value.Int.of((before == null ? 0 : Numbers.index(before)) + 1L));
    }
    entries.setFactory(new Value.Symbol("builtins.int"));
    return new Value.DictOf(entries);
  }

  private static Value chainMap(Arguments arguments) {
    DictEntries entries = arguments.machine().journal().dict(Map.of());
    for (Value each : arguments.positional().reversed()) {
      arguments.machine().expressions().spread(each, entries, arguments.at());
    }
    return new Value.DictOf(entries);
  }

  private static Value namedTuple(Value symbol, Arguments arguments) {
    Machine machine = arguments.machine();
    String name = arguments.text(0);
    Value base = arguments.kept(symbol);
    return machine
        .classDefinitions()
        .create(name, List.of(base), Map.of(), Map.of(), Optional.empty(), arguments.at());
  }
}
