package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import limbeck.python.ModuleSource;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** The parts of the evaluator and the state they share. */
final class Machine {
  private final ModuleSource source;
  private final Host moduleHost;
  private final Journal journal = new Journal();
  private final Budget budget = new Budget();
  private final Uncertainty uncertainty = new Uncertainty(this);
  private final Set<PythonProgram.Problem> problems = new LinkedHashSet<>();
  private final List<ClassValue> classes = new ArrayList<>();
  private final IdentityHashMap<ClassValue, Scope> classScopes = new IdentityHashMap<>();
  private final IdentityHashMap<ClassValue, Value.Unknown> doubtfulClasses =
      new IdentityHashMap<>();
  private final Modules modules = new Modules(this);
  private final Imports imports = new Imports(this);
  private final NameLookup names = new NameLookup(this);
  private final Truth truth = new Truth(this);
  private final Iteration iteration = new Iteration(this);
  private final Attributes attributes = new Attributes(this);
  private final Subscripts subscripts = new Subscripts(this);
  private final Operators operators = new Operators(this);
  private final Text text = new Text(this);
  private final Expressions expressions = new Expressions(this);
  private final Annotations annotations = new Annotations(this);
  private final Statements statements = new Statements(this);
  private final Assignments assignments = new Assignments(this);
  private final MethodResolution resolution = new MethodResolution();
  private final FunctionDefinitions functionDefinitions = new FunctionDefinitions(this);
  private final ClassDefinitions classDefinitions = new ClassDefinitions(this);
  private final FunctionCalls functionCalls = new FunctionCalls(this);
  private final Instances instances = new Instances(this);
  private final EnumClasses enums = new EnumClasses(this);
  private final Methods methods = new Methods();
  private final Natives natives = new Natives();
  private final Calls calls = new Calls(this);
  private final IdentityHashMap<Value.Unknown, Boolean> rests = new IdentityHashMap<>();
  private Deque<Region> handlers = new ArrayDeque<>();
  private Host host;

  Machine(ModuleSource source, Host host) {
    this.source = source;
    this.moduleHost = host;
    this.host = host;
  }

  ModuleSource source() {
    return source;
  }

  Host host() {
    return host;
  }

  Journal journal() {
    return journal;
  }

  Budget budget() {
    return budget;
  }

  Uncertainty uncertainty() {
    return uncertainty;
  }

  List<ClassValue> classes() {
    return classes;
  }

  /** Returns the names around and in the body of each class. */
  IdentityHashMap<ClassValue, Scope> classScopes() {
    return classScopes;
  }

  /** Returns the classes that may not be defined at all, with the condition. */
  IdentityHashMap<ClassValue, Value.Unknown> doubtfulClasses() {
    return doubtfulClasses;
  }

  Modules modules() {
    return modules;
  }

  Imports imports() {
    return imports;
  }

  NameLookup names() {
    return names;
  }

  Truth truth() {
    return truth;
  }

  Iteration iteration() {
    return iteration;
  }

  Attributes attributes() {
    return attributes;
  }

  Subscripts subscripts() {
    return subscripts;
  }

  Operators operators() {
    return operators;
  }

  Text text() {
    return text;
  }

  Expressions expressions() {
    return expressions;
  }

  Annotations annotations() {
    return annotations;
  }

  Statements statements() {
    return statements;
  }

  Assignments assignments() {
    return assignments;
  }

  MethodResolution resolution() {
    return resolution;
  }

  FunctionDefinitions functionDefinitions() {
    return functionDefinitions;
  }

  ClassDefinitions classDefinitions() {
    return classDefinitions;
  }

  FunctionCalls functionCalls() {
    return functionCalls;
  }

  Instances instances() {
    return instances;
  }

  EnumClasses enums() {
    return enums;
  }

  Methods methods() {
    return methods;
  }

  Natives natives() {
    return natives;
  }

  Calls calls() {
    return calls;
  }

  /** Returns the bodies of {@code try} statements under way that have handlers, innermost last. */
  Deque<Region> handlers() {
    return handlers;
  }

  List<PythonProgram.Problem> problems() {
    return List.copyOf(problems);
  }

  void problem(String message, Location at) {
    problems.add(new PythonProgram.Problem(message, at));
  }

  /** Raises one of Python's exceptions where a handler may catch it, else returns an unknown. */
  Value raise(String type, String message, Location at) {
    return caught(PythonError.of(type, message, at));
  }

  /** Goes on with the exception where a handler may catch it, else returns an unknown. */
  Value caught(PythonError error) {
    if (handlers.isEmpty()) {
      return new Value.Unknown(error.message(), error.at());
    }
    throw error;
  }

  /** Runs with another host, for a call from outside. */
  <T> T with(Host other, Supplier<T> action) {
    Host before = host;
    host = other;
    try {
      return action.get();
    } finally {
      host = before;
    }
  }

  /** Runs what is evaluated once whatever surrounds it, such as a module's body. */
  <T> T apart(Supplier<T> action) {
    Deque<Region> outer = handlers;
    handlers = new ArrayDeque<>();
    try {
      return with(moduleHost, () -> journal.isolated(action));
    } finally {
      handlers = outer;
    }
  }

  Value list(List<? extends Value> items) {
    Budget.size(items.size());
    return new Value.ListOf(journal.list(items));
  }

  Value iterator(List<? extends Value> items) {
    Budget.size(items.size());
    return new Value.ListOf(journal.iterator(items));
  }

  /** Makes a tuple of which an unknown item stands for any number of items. */
  Value openTuple(ListItems items) {
    List<Value> copy = new ArrayList<>(items.subList(0, items.certain()));
    Value.Unknown why = items.open().orElseThrow();
    Value.Unknown rest = new Value.Unknown(why.reason(), why.at());
    rests.put(rest, true);
    copy.add(rest);
    items.stream().skip(items.certain() + 1L).forEach(copy::add);
    return new Value.TupleOf(copy);
  }

  /** Returns the item of a tuple that stands for any number of items. */
  Optional<Value.Unknown> rest(List<Value> tuple) {
    if (rests.isEmpty()) {
      return Optional.empty();
    }
    for (Value item : tuple) {
      if (item instanceof Value.Unknown unknown && rests.containsKey(unknown)) {
        return Optional.of(unknown);
      }
    }
    return Optional.empty();
  }

  Value dict(Map<Value, Value> entries) {
    return new Value.DictOf(journal.dict(entries));
  }

  Value set(java.util.Collection<? extends Value> items) {
    return new Value.SetOf(journal.set(items));
  }

  /** Makes the containers of a value that came from outside our own, which record changes. */
  Value adopt(Value value) {
    return switch (value) {
      case Value.ListOf(ListItems _) -> value;
      case Value.DictOf(DictEntries _) -> value;
      case Value.SetOf(SetItems _) -> value;
      case Value.ListOf(List<Value> items) -> list(items.stream().map(this::adopt).toList());
      case Value.TupleOf(List<Value> items) ->
          new Value.TupleOf(items.stream().map(this::adopt).toList());
      case Value.SetOf(Set<Value> items) -> set(items);
      case Value.DictOf(Map<Value, Value> entries) -> {
        Map<Value, Value> adopted = new LinkedHashMap<>();
        entries.forEach((key, entry) -> adopted.put(key, adopt(entry)));
        yield dict(adopted);
      }
      case Value.Str _,
          Value.Bytes _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.None _,
          Value.Ellipsis _,
          Value.Symbol _,
          Value.Call _,
          Value.Attribute _,
          Value.Item _,
          Value.Operation _,
          Value.EnumMember _,
          Value.Instance _,
          limbeck.python.value.FunctionValue _,
          ClassValue _,
          limbeck.python.value.ModuleValue _,
          Value.Unknown _ ->
          value;
    };
  }
}
