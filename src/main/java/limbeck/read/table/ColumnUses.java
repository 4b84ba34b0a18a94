package limbeck.read.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;

/** The columns that appear inside an expression, in order, each once. */
final class ColumnUses {
  private ColumnUses() {}

  static List<ColumnDraft> in(Value value, TableDraft table, TableSet tables) {
    List<ColumnDraft> found = new ArrayList<>();
    collect(value, table, tables, found);
    return found;
  }

  private static void collect(
      Value value, TableDraft table, TableSet tables, List<ColumnDraft> found) {
    Optional<ColumnDraft> column = tables.column(table, value);
    if (column.isPresent()) {
      if (!found.contains(column.get())) {
        found.add(column.get());
      }
      return;
    }
    switch (value) {
      case Value.Call call -> {
        collect(call.callee(), table, tables, found);
        call.arguments().forEach(it -> collect(it, table, tables, found));
        call.keywords().values().forEach(it -> collect(it, table, tables, found));
      }
      case Value.Attribute(Value of, String _) -> collect(of, table, tables, found);
      case Value.Item(Value of, Value key) -> {
        collect(of, table, tables, found);
        collect(key, table, tables, found);
      }
      case Value.Operation(String _, List<Value> operands) ->
          operands.forEach(it -> collect(it, table, tables, found));
      case Value.TupleOf(List<Value> items) ->
          items.forEach(it -> collect(it, table, tables, found));
      default -> {}
    }
  }

  /** Returns the name given by {@code .label("…")}, by which operator classes are stated. */
  static Optional<String> label(Value value) {
    return value instanceof Value.Call call
            && call.callee() instanceof Value.Attribute(Value _, String method)
            && method.equals("label")
            && !call.arguments().isEmpty()
        ? Constants.text(call.arguments().getFirst())
        : Optional.empty();
  }
}
