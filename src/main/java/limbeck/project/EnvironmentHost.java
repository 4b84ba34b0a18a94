package limbeck.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * Stands in for Alembic while env.py is evaluated: answers its questions about the configuration
 * and keeps what it configures. What it does not know goes on to another host.
 */
final class EnvironmentHost implements Host {
  private static final String CONTEXT = "alembic.context.";
  private static final String CONFIG = CONTEXT + "config.";

  private final Project project;
  private final Host next;
  private final SortedMap<String, Value> options = new TreeMap<>();
  private final List<Value.Call> configured = new ArrayList<>();
  private final List<FunctionValue> handed = new ArrayList<>();
  private final Set<FunctionValue> entered = new LinkedHashSet<>();

  EnvironmentHost(Project project, Host next) {
    this.project = project;
    this.next = next;
    project.options().forEach((key, text) -> options.put(key, new Value.Str(text)));
  }

  /** Returns the calls of {@code context.configure}, in order. */
  List<Value.Call> configured() {
    return List.copyOf(configured);
  }

  /** Returns the functions handed to {@code run_sync}, which the library would call. */
  List<FunctionValue> handed() {
    return List.copyOf(handed);
  }

  boolean wasEntered(FunctionValue function) {
    return entered.contains(function);
  }

  Optional<Value> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value _, String method)
        && method.equals("run_sync")) {
      call.arguments().stream()
          .filter(FunctionValue.class::isInstance)
          .map(FunctionValue.class::cast)
          .forEach(handed::add);
    }
    String name = call.name();
    return switch (name) {
      case CONTEXT + "configure" -> {
        configured.add(call);
        yield Optional.of(Value.NONE);
      }
      case CONTEXT + "is_offline_mode" -> Optional.of(new Value.Bool(false));
      case CONTEXT + "run_migrations" -> Optional.of(Value.NONE);
      case CONTEXT + "get_x_argument" -> Optional.of(noArguments(call));
      case CONFIG + "get_main_option", CONFIG + "get_alembic_option" ->
          Optional.of(option(call, 0));
      case CONFIG + "get_section_option" -> Optional.of(option(call, 1));
      case CONFIG + "get_section" -> Optional.of(section());
      case CONFIG + "set_main_option" -> set(call, 0);
      case CONFIG + "set_section_option" -> set(call, 1);
      case CONFIG + "attributes.get" -> Optional.of(argument(call, 1));
      default -> next.call(call);
    };
  }

  private static Value noArguments(Value.Call call) {
    Value asDictionary = call.keywords().getOrDefault("as_dictionary", argument(call, 0));
    boolean dictionary = asDictionary instanceof Value.Bool(boolean wanted) && wanted;
    return dictionary
        ? new Value.DictOf(new LinkedHashMap<>())
        : new Value.ListOf(new ArrayList<>());
  }

  private static Value argument(Value.Call call, int index) {
    return index < call.arguments().size() ? call.arguments().get(index) : Value.NONE;
  }

  /** Alembic hands out the section in use; others are not asked for in practice. */
  private Value option(Value.Call call, int nameAt) {
    Value otherwise = call.keywords().getOrDefault("default", argument(call, nameAt + 1));
    return argument(call, nameAt) instanceof Value.Str(String name)
        ? options.getOrDefault(name, otherwise)
        : new Value.Unknown("the name of a configuration key cannot be told", call.at());
  }

  private Value section() {
    Map<Value, Value> entries = new LinkedHashMap<>();
    options.forEach((key, value) -> entries.put(new Value.Str(key), value));
    return new Value.DictOf(entries);
  }

  private Optional<Value> set(Value.Call call, int nameAt) {
    Value value = call.keywords().getOrDefault("value", argument(call, nameAt + 1));
    if (argument(call, nameAt) instanceof Value.Str(String name)) {
      // A percent sign is doubled here, since the configuration fills in %(variables)s.
      Value plain =
          value instanceof Value.Str(String text) ? new Value.Str(text.replace("%%", "%")) : value;
      options.put(name, plain);
    }
    return Optional.of(Value.NONE);
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (attribute.of() instanceof Value.Symbol(String name) && name.equals(CONTEXT + "config")) {
      Optional<Value> known = configAttribute(attribute.name());
      if (known.isPresent()) {
        return known;
      }
    }
    return next.attribute(attribute);
  }

  private Optional<Value> configAttribute(String name) {
    return switch (name) {
      case "config_ini_section" -> Optional.of(new Value.Str(project.section()));
      case "config_file_name" ->
          Optional.of(
              project.configuration().stream()
                  .filter(it -> !it.endsWith("pyproject.toml"))
                  .findFirst()
                  .<Value>map(it -> new Value.Str(it.toString()))
                  .orElse(Value.NONE));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    return next.truth(value);
  }

  @Override
  public Optional<List<Value>> items(Value value) {
    return next.items(value);
  }

  @Override
  public Optional<Boolean> contains(Value container, Value item) {
    return next.contains(container, item);
  }

  @Override
  public Optional<Value> enter(Value context, Location at) {
    return next.enter(context, at);
  }

  @Override
  public void exit(Value context, Location at) {
    next.exit(context, at);
  }

  @Override
  public void beginUncertain(String reason, Location at) {
    next.beginUncertain(reason, at);
  }

  @Override
  public void endUncertain() {
    next.endUncertain();
  }

  @Override
  public void enterFunction(FunctionValue function, Location callSite) {
    entered.add(function);
    next.enterFunction(function, callSite);
  }

  @Override
  public void leaveFunction(FunctionValue function) {
    next.leaveFunction(function);
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    next.assign(target, value, at);
  }
}
