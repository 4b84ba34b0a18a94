package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import limbeck.operation.Creation;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.model.Models;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import limbeck.text.Location;

/**
 * Tables that a script creates or drops by the application's models: {@code
 * Model.__table__.create}, {@code metadata.create_all(tables=[…])}. They are what the models are
 * today, as they would be if Alembic ran the script today.
 */
final class ModelTables {
  private static final String TODAY = "by the application's models as they are today";

  private final StepRecorder steps;
  private final Supplier<Models> models;

  ModelTables(StepRecorder steps, Supplier<Models> models) {
    this.steps = steps;
    this.models = models;
  }

  /** Carries a method of a table or a MetaData out; false when it is another one. */
  boolean run(Value of, String method, Value.Call call, Arguments arguments) {
    return switch (method) {
      case "create", "drop" -> table(of).map(it -> one(it, method, call, arguments)).orElse(false);
      case "create_all", "drop_all" -> all(of, method, call, arguments);
      default -> false;
    };
  }

  private boolean one(TableName name, String method, Value.Call call, Arguments arguments) {
    boolean checks = arguments.flag(1, "checkfirst").orElse(false);
    if (method.equals("create")) {
      create(List.of(name), checks, call.at());
    } else {
      drop(List.of(name), checks, call.at());
    }
    return true;
  }

  private boolean all(Value of, String method, Value.Call call, Arguments arguments) {
    Optional<List<TableName>> names = names(of, arguments);
    if (names.isEmpty()) {
      steps.addOpaque("which tables of a MetaData these are cannot be told", call.at());
      return true;
    }
    boolean checks = arguments.flag(2, "checkfirst").orElse(true);
    if (method.equals("create_all")) {
      create(names.get(), checks, call.at());
    } else {
      drop(names.get(), checks, call.at());
    }
    return true;
  }

  /** The tables stated, or all; those of a MetaData made in the script itself are not known. */
  private Optional<List<TableName>> names(Value of, Arguments arguments) {
    Optional<Value> stated = arguments.value(1, "tables").filter(it -> !Constants.isNone(it));
    if (stated.isEmpty()) {
      return of instanceof Value.Call
          ? Optional.empty()
          : Optional.of(List.copyOf(models.get().schema().tables().keySet()));
    }
    List<TableName> result = new ArrayList<>();
    for (Value value : Constants.items(stated.get()).orElse(List.of(Value.NONE))) {
      Optional<TableName> name = table(value);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      result.add(name.get());
    }
    return Optional.of(result);
  }

  /** Returns the table of a model, or of a MetaData of models. */
  private Optional<TableName> table(Value value) {
    return switch (value) {
      case Value.Attribute(Value owner, String member) when member.equals("__table__") ->
          ofClass(owner);
      case Value.Item(Value.Attribute(Value _, String tables), Value key)
          when tables.equals("tables") ->
          Constants.text(key).map(TableName::of);
      case Value.Item(Value.Symbol(String symbol), Value key) when symbol.endsWith(".tables") ->
          Constants.text(key).map(TableName::of);
      case Value.Call call
          when LibraryNames.isCall(call, "sqlalchemy.Table") && call.arguments().size() > 2 ->
          TableValues.name(call);
      default -> Optional.empty();
    };
  }

  private Optional<TableName> ofClass(Value owner) {
    if (!(owner instanceof ClassValue type)) {
      return Optional.empty();
    }
    return models.get().classes().entrySet().stream()
        .filter(it -> it.getValue().equals(type.qualifiedName()))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> TableValues.name(owner));
  }

  private void create(List<TableName> names, boolean checks, Location at) {
    List<Table> tables = new ArrayList<>();
    for (TableName name : names) {
      boolean exists = steps.schema().table(name).isPresent();
      Optional<Table> table = models.get().schema().table(name);
      if (exists && checks) {
        continue;
      }
      if (table.isEmpty()) {
        steps.addOpaque(
            "table " + name + " is created " + TODAY + ", which do not have it",
            new TreeSet<>(Set.of(name)),
            true,
            at);
      } else {
        tables.add(table.get());
      }
    }
    for (Operation operation : Creation.of(part(tables))) {
      boolean known =
          operation instanceof TypeOperation.CreateEnum(var type, boolean _)
              && steps.schema().enumType(type.name()).isPresent();
      if (!known) {
        steps.add(operation, at);
      }
    }
  }

  /** The tables with the types and sequences they need. */
  private Schema part(List<Table> tables) {
    Schema all = models.get().schema();
    Schema result =
        new Schema(
            new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    for (Table table : tables) {
      for (Column column : table.columns()) {
        for (TypeName type : Dependents.enumsOf(column.type())) {
          if (all.enumType(type).isPresent()) {
            result = result.with(all.enumType(type).get());
          }
        }
        if (column.serverDefault().orElse(new Default.Now())
                instanceof Default.NextValue(SequenceName sequence)
            && all.sequences().containsKey(sequence)
            && !steps.schema().sequences().containsKey(sequence)) {
          result = result.with(all.sequences().get(sequence));
        }
      }
      result = result.with(table);
    }
    return result;
  }

  private void drop(List<TableName> names, boolean checks, Location at) {
    List<TableName> left = new ArrayList<>(names);
    if (checks) {
      left.removeIf(it -> steps.schema().table(it).isEmpty());
    }
    while (!left.isEmpty()) {
      TableName next =
          left.stream()
              .filter(
                  it ->
                      Dependents.referencesTo(steps.schema(), it).stream()
                          .noneMatch(reference -> left.contains(reference.holder())))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      steps.add(new TableOperation.DropTable(next, checks, false), at);
    }
  }
}
