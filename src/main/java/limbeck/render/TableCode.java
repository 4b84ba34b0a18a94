package limbeck.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** Tables with their columns and constraints, as {@code create_table} writes them. */
final class TableCode {
  private final ColumnCode columns;
  private final ConstraintCode constraints;

  TableCode(ColumnCode columns, ConstraintCode constraints) {
    this.columns = columns;
    this.constraints = constraints;
  }

  Code create(Table table, Schema schema) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(Code.string(table.name().name()));
    for (Column column : table.columns()) {
      arguments.add(columns.column(column, counts(table, column), schema));
    }
    table.constraints().stream()
        .sorted(Comparator.comparingInt(TableCode::rank))
        .forEach(it -> arguments.add(constraints.inline(it)));
    table.name().schema().ifPresent(it -> arguments.add(named("schema", it)));
    table.comment().ifPresent(it -> arguments.add(named("comment", it)));
    arguments.addAll(IndexCode.dialectOptions(table.options()));
    return new Code.Call(Code.atom("op.create_table"), arguments, true);
  }

  private static Code named(String name, String value) {
    return new Code.Named(name, Code.string(value));
  }

  /** The order in which Alembic prints them, so that its own scripts differ little. */
  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check _ -> 0;
      case Constraint.ForeignKey _ -> 1;
      case Constraint.PrimaryKey _ -> 2;
      case Constraint.Unique _ -> 3;
      case Constraint.Exclude _ -> 4;
    };
  }

  /**
   * Returns whether SQLAlchemy takes a column for its table's counting key when {@code
   * autoincrement} is not stated: the only column of the key, an integer, no foreign key, no
   * default.
   */
  static boolean counts(Table table, Column column) {
    Optional<Constraint.PrimaryKey> key = table.primaryKey();
    boolean alone = key.isPresent() && key.get().columns().equals(List.of(column.name()));
    boolean refers =
        table.foreignKeys().stream().anyMatch(it -> it.columns().contains(column.name()));
    return alone
        && isInteger(column.type())
        && !refers
        && column.serverDefault().isEmpty()
        && column.generation().isEmpty();
  }

  private static boolean isInteger(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _ -> true;
      case SqlType.Variant it -> isInteger(it.base());
      default -> false;
    };
  }

  /** Returns whether {@code create_table} can say everything about a table. */
  static boolean canSay(Table table) {
    return table.columns().stream().allMatch(it -> !it.autoincrement() || inKey(table, it));
  }

  private static boolean inKey(Table table, Column column) {
    return table.primaryKey().map(it -> it.columns().contains(column.name())).orElse(false);
  }
}
