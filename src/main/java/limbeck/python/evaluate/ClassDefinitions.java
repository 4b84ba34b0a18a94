package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import limbeck.text.Span;

/** Class statements, and classes made by {@code type(name, bases, members)}. */
final class ClassDefinitions {
  private final Machine machine;

  ClassDefinitions(Machine machine) {
    this.machine = machine;
  }

  /** Returns what the name of a {@code class} is bound to. */
  Value define(Statement.ClassDef definition, Frame frame) {
    List<Value> decorators = new ArrayList<>();
    for (Expression decorator : definition.decorators()) {
      decorators.add(machine.expressions().evaluate(decorator, frame));
    }
    Location at = frame.scope().module().file().at(definition.nameSpan());
    Frame around = machine.annotations().withParameters(definition.typeParameters(), frame);
    Arguments head =
        machine.expressions().arguments(definition.bases(), definition.keywords(), around, at);
    List<Value> bases = new ArrayList<>(head.positional());
    head.openPositional().ifPresent(bases::add);
    MemberNames members = machine.journal().members();
    Scope scope = around.scope().ofClass(machine.journal(), members);
    Closure.ClassCell cell = new Closure.ClassCell();
    Frame body = new Frame(scope, frame.activation(), Optional.of(cell));
    ClassValue type =
        new ClassValue(
            definition.name(),
            frame.scope().module().name(),
            List.copyOf(bases),
            head.keywords(),
            members,
            List.copyOf(decorators),
            definition,
            at);
    machine.statements().block(definition.body(), body);
    return finished(type, scope, cell, decorators);
  }

  private Value finished(
      ClassValue type, Scope scope, Closure.ClassCell cell, List<Value> decorators) {
    cell.set(type);
    machine.classes().add(type);
    machine.classScopes().put(type, scope);
    machine.journal().doubt().ifPresent(why -> machine.doubtfulClasses().put(type, why));
    Value metaclass = type.keywords().get("metaclass");
    if (metaclass instanceof ClassValue meta && isEnumMeta(meta)) {
      metaclass = null;
    }
    if (metaclass instanceof ClassValue meta) {
      machine.problem("metaclass " + meta.name() + " is not run", type.location());
    }
    if (machine.enums().isEnum(type)) {
      machine.enums().complete(type);
    }
    named(type);
    initSubclass(type);
    Value value = type;
    for (int i = decorators.size() - 1; i >= 0; i--) {
      value = decorate(decorators.get(i), value, type);
    }
    return value;
  }

  private boolean isEnumMeta(ClassValue meta) {
    return machine.resolution().order(meta).stream()
        .anyMatch(
            base ->
                base instanceof Value.Symbol(String name)
                    && (name.equals("enum.EnumMeta") || name.equals("enum.EnumType")));
  }

  /** Calls {@code __set_name__} of the descriptors of the project among the members. */
  private void named(ClassValue type) {
    for (ClassValue.Member member : List.copyOf(type.members().values())) {
      if (member.value().orElse(Value.NONE) instanceof Value.Instance instance) {
        machine
            .attributes()
            .find(instance, "__set_name__", type.location())
            .ifPresent(
                method ->
                    machine
                        .calls()
                        .call(
                            method,
                            Arguments.of(
                                machine,
                                List.of(type, new Value.Str(member.name())),
                                type.location())));
      }
    }
  }

  private void initSubclass(ClassValue type) {
    List<Value> order = machine.resolution().order(type);
    Optional<PythonProgram.Inherited> found =
        machine.resolution().member(order.subList(1, order.size()), "__init_subclass__");
    if (found.isEmpty()
        || !(found.get().member().value().orElse(Value.NONE) instanceof FunctionValue function)) {
      return;
    }
    Map<String, Value> keywords = new LinkedHashMap<>(type.keywords());
    keywords.remove("metaclass");
    Arguments arguments =
        new Arguments(
            machine, List.of(), keywords, Optional.empty(), Optional.empty(), type.location());
    machine.calls().call(function.boundTo(type), arguments);
  }

  private Value decorate(Value decorator, Value value, ClassValue type) {
    boolean project =
        decorator instanceof FunctionValue
            || decorator instanceof Value.Instance
            || decorator instanceof ClassValue;
    Arguments arguments = Arguments.of(machine, List.of(value), type.location());
    if (project) {
      Value result = machine.calls().call(decorator, arguments);
      return result instanceof Value.Unknown || result instanceof Value.None ? value : result;
    }
    if (isInterpreted(decorator)) {
      return value;
    }
    Optional<Value> answer = machine.host().call(arguments.kept(decorator));
    return answer.map(machine::adopt).orElse(value);
  }

  private static boolean isInterpreted(Value decorator) {
    Value of = decorator instanceof Value.Call call ? call.callee() : decorator;
    return of instanceof Value.Symbol(String name)
        && (name.startsWith("dataclasses.")
            || name.startsWith("enum.")
            || name.startsWith("functools.")
            || name.startsWith("typing"));
  }

  /** Makes a class as {@code type(name, bases, members)} does. */
  ClassValue create(
      String name,
      List<Value> bases,
      Map<Value, Value> members,
      Map<String, Value> keywords,
      Optional<ClassValue> like,
      Location at) {
    MemberNames names = machine.journal().members();
    String module = new ModuleNames(machine).of(at);
    Span span = at.span();
    Statement.ClassDef definition =
        new Statement.ClassDef(
            name, List.of(), List.of(), List.of(), List.of(), List.of(), span, span);
    ClassValue type =
        new ClassValue(
            name, module, List.copyOf(bases), keywords, names, List.of(), definition, at);
    for (Map.Entry<Value, Value> entry : members.entrySet()) {
      String key = machine.text().known(entry.getKey()).orElse("");
      switch (key) {
        case "" -> machine.problem("a member of " + name + " has no known name", at);
        case "__module__", "__qualname__" -> {}
        case "__annotations__" -> annotate(names, entry.getValue(), at);
        default -> names.bind(key, entry.getValue(), at);
      }
    }
    Scope scope =
        like.map(machine.classScopes()::get)
            .map(Scope::module)
            .or(() -> Optional.ofNullable(machine.modules().byName().get(module)))
            .map(Module::scope)
            .orElseGet(
                () -> new Module(module, at.file(), false, machine.journal().names()).scope())
            .ofClass(machine.journal(), names);
    Closure.ClassCell cell = new Closure.ClassCell();
    finished(type, scope, cell, List.of());
    return type;
  }

  private void annotate(MemberNames names, Value annotations, Location at) {
    if (!(annotations instanceof Value.DictOf(DictEntries entries))) {
      machine.problem("annotations of a class made at run time are not known", at);
      return;
    }
    entries.forEach(
        (key, value) ->
            machine
                .text()
                .known(key)
                .ifPresent(
                    name -> {
                      Expression standIn = new Expression.Name(name, at.span());
                      names.annotate(name, machine.annotations().computed(value, standIn), at);
                    }));
  }
}
