package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.python.ModuleSource;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.SyntaxTree;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import limbeck.text.SourceFile;

/**
 * Interprets Python source over known values.
 *
 * <p>Bounded: a statement of a module takes at most a million steps, a call two hundred thousand;
 * calls nest a hundred deep. What goes beyond is unknown. Runs on a thread of its own with a large
 * stack, so that deeply nested source needs no large stack of the caller; a host is called on that
 * thread.
 */
public final class Evaluator implements PythonProgram {
  private final Machine machine;
  private final DeepStack stack = new DeepStack();

  /**
   * Makes a program without modules.
   *
   * @param source finds the source of modules
   * @param host sees and answers the library calls in the bodies of modules
   */
  public Evaluator(ModuleSource source, Host host) {
    this.machine = new Machine(source, host);
  }

  @Override
  public Optional<ModuleValue> importModule(String dottedName) {
    return stack.run(() -> machine.modules().load(dottedName).map(Module::value));
  }

  @Override
  public ModuleValue evaluate(String dottedName, SourceFile file, boolean isPackage) {
    return stack.run(() -> machine.modules().evaluate(dottedName, file, isPackage).value());
  }

  @Override
  public ModuleValue evaluate(String dottedName, SyntaxTree tree, boolean isPackage) {
    return stack.run(() -> machine.modules().evaluate(dottedName, tree, isPackage).value());
  }

  @Override
  public Map<String, ModuleValue> modules() {
    Map<String, ModuleValue> modules = new LinkedHashMap<>();
    machine.modules().byName().forEach((name, module) -> modules.put(name, module.value()));
    return Collections.unmodifiableMap(modules);
  }

  @Override
  public List<ClassValue> classes() {
    return List.copyOf(machine.classes());
  }

  @Override
  public Value call(
      Value function, List<Value> arguments, Map<String, Value> keywords, Location at, Host host) {
    List<Value> positional = new ArrayList<>();
    arguments.forEach(argument -> positional.add(machine.adopt(argument)));
    Map<String, Value> named = new LinkedHashMap<>();
    keywords.forEach((name, value) -> named.put(name, machine.adopt(value)));
    return stack.run(
        () ->
            safely(
                at,
                () ->
                    machine.with(
                        host,
                        () ->
                            machine
                                .calls()
                                .call(function, Arguments.of(machine, positional, named, at)))));
  }

  @Override
  public <T> T within(Supplier<T> work) {
    return stack.run(work);
  }

  @Override
  public Value attribute(Value of, String name, Location at) {
    return shallow(at, () -> machine.attributes().get(of, name, at));
  }

  @Override
  public Value annotation(ClassValue scope, Expression annotation) {
    return shallow(scope.location(), () -> machine.annotations().of(scope, annotation));
  }

  @Override
  public List<Value> resolutionOrder(ClassValue type) {
    return machine.resolution().order(type);
  }

  @Override
  public Optional<Inherited> member(ClassValue type, String name) {
    return machine.resolution().member(type, name);
  }

  @Override
  public Optional<Value.Unknown> doubt(ClassValue type) {
    return Optional.ofNullable(machine.doubtfulClasses().get(type));
  }

  @Override
  public Optional<Value.Unknown> doubt(ClassValue type, String member) {
    return type.members() instanceof MemberNames members
        ? Optional.ofNullable(members.doubtful().get(member))
        : Optional.empty();
  }

  @Override
  public List<Problem> problems() {
    return machine.problems();
  }

  /** Looks something up on the caller's own stack, which nearly always suffices. */
  private Value shallow(Location at, Supplier<Value> action) {
    try {
      return bounded(at, action);
    } catch (StackOverflowError overflow) {
      return stack.run(() -> safely(at, action));
    }
  }

  /** Makes unknown whatever could not be computed. */
  private Value safely(Location at, Supplier<Value> action) {
    try {
      return bounded(at, action);
    } catch (StackOverflowError overflow) {
      return new Value.Unknown("nests too deep to follow", at);
    }
  }

  private Value bounded(Location at, Supplier<Value> action) {
    Budget budget = machine.budget();
    Optional<Budget.Count> around =
        budget.idle() ? Optional.of(budget.begin(Budget.STATEMENT_STEPS)) : Optional.empty();
    int depth = machine.journal().depth();
    try {
      return action.get();
    } catch (PythonError error) {
      return error.unknown();
    } catch (LimitReached limitReached) {
      machine.journal().unwind(depth);
      return new Value.Unknown(limitReached.message(), at);
    } catch (StackOverflowError overflow) {
      machine.journal().unwind(depth);
      throw overflow;
    } finally {
      around.ifPresent(budget::resume);
    }
  }
}
