package limbeck.read.model;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/**
 * Stands around a declared attribute while it is called with its class: it knows the table that the
 * class has from a base so far.
 */
final class DeclaredHost implements Host {
  private final ModelRecorder recorder = new ModelRecorder();
  private final Function<ClassValue, Optional<TableDraft>> inherited;

  /**
   * Makes a host.
   *
   * @param inherited the table of the nearest mapped base of a class
   */
  DeclaredHost(Function<ClassValue, Optional<TableDraft>> inherited) {
    this.inherited = inherited;
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (LibraryNames.isCall(call, "sqlalchemy.has_inherited_table")
        && !call.arguments().isEmpty()
        && call.arguments().getFirst() instanceof ClassValue type) {
      return Optional.of(new Value.Bool(inherited.apply(type).isPresent()));
    }
    if (call.callee() instanceof Value.Attribute(Value columns, String method)
        && method.equals("get")
        && !call.arguments().isEmpty()
        && isColumns(columns)) {
      Optional<TableDraft> table = table(columns);
      Optional<String> key = Constants.text(call.arguments().getFirst());
      if (table.isPresent() && key.isPresent()) {
        boolean there = table.get().column(key.get()).isPresent();
        Value other = call.arguments().size() > 1 ? call.arguments().get(1) : Value.NONE;
        return Optional.of(there ? new Value.Attribute(columns, key.get()) : other);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a value is a column that a table has already. */
  static boolean isColumnOfTable(Value value) {
    return switch (value) {
      case Value.Attribute(Value columns, String _) -> isColumns(columns);
      case Value.Item(Value columns, Value _) -> isColumns(columns);
      default -> false;
    };
  }

  private static boolean isColumns(Value value) {
    return value instanceof Value.Attribute(Value table, String name)
        && Set.of("c", "columns").contains(name)
        && table instanceof Value.Attribute(Value owner, String of)
        && of.equals("__table__")
        && owner instanceof ClassValue;
  }

  private Optional<TableDraft> table(Value columns) {
    return columns instanceof Value.Attribute(Value.Attribute(Value owner, String _), String _)
            && owner instanceof ClassValue type
        ? inherited.apply(type)
        : Optional.empty();
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    return recorder.attribute(attribute);
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    return recorder.truth(value);
  }
}
