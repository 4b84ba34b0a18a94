package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/** Carries out operations on enum types. */
final class ApplyType {
  private ApplyType() {}

  static void apply(TypeOperation operation, Fold fold) {
    switch (operation) {
      case TypeOperation.CreateEnum(EnumType type, boolean ifNotExists) -> {
        if (fold.schema().enumType(type.name()).isEmpty()) {
          fold.set(fold.schema().with(type));
        } else if (!ifNotExists) {
          fold.problem("type " + type.name() + " exists already");
        }
      }
      case TypeOperation.DropEnum(TypeName name, boolean ifExists) -> drop(name, ifExists, fold);
      case TypeOperation.AddEnumLabel it -> addLabel(it, fold);
      case TypeOperation.RenameEnumLabel it -> renameLabel(it, fold);
      case TypeOperation.RenameType it -> rename(it, fold);
    }
  }

  private static void drop(TypeName name, boolean ifExists, Fold fold) {
    if (fold.schema().enumType(name).isEmpty()) {
      if (!ifExists) {
        fold.problem("there is no type " + name);
      }
      return;
    }
    for (Table table : fold.schema().tables().values()) {
      table.columns().stream()
          .filter(it -> Dependents.enumsOf(it.type()).contains(name))
          .forEach(
              it ->
                  fold.problem(
                      "type " + name + " is still used by " + table.name() + "." + it.name()));
    }
    fold.set(fold.schema().without(name));
  }

  private static void addLabel(TypeOperation.AddEnumLabel operation, Fold fold) {
    Optional<EnumType> found = found(operation.type(), fold);
    if (found.isEmpty()) {
      return;
    }
    List<String> labels = new ArrayList<>(found.orElseThrow().labels());
    if (labels.contains(operation.label())) {
      if (!operation.ifNotExists()) {
        fold.problem("type " + operation.type() + " has a label " + operation.label() + " already");
      }
      return;
    }
    int at = labels.size();
    Optional<String> neighbour = operation.before().or(operation::after);
    if (neighbour.isPresent()) {
      int index = labels.indexOf(neighbour.orElseThrow());
      if (index < 0) {
        fold.problem("type " + operation.type() + " has no label " + neighbour.orElseThrow());
      } else {
        at = operation.before().isPresent() ? index : index + 1;
      }
    }
    labels.add(at, operation.label());
    fold.set(fold.schema().with(new EnumType(operation.type(), labels)));
  }

  private static Optional<EnumType> found(TypeName name, Fold fold) {
    Optional<EnumType> found = fold.schema().enumType(name);
    if (found.isEmpty()) {
      fold.problem("there is no type " + name);
    }
    return found;
  }

  private static void renameLabel(TypeOperation.RenameEnumLabel operation, Fold fold) {
    Optional<EnumType> found = found(operation.type(), fold);
    if (found.isEmpty()) {
      return;
    }
    List<String> labels = new ArrayList<>(found.orElseThrow().labels());
    int at = labels.indexOf(operation.from());
    if (at < 0) {
      fold.problem("type " + operation.type() + " has no label " + operation.from());
      return;
    }
    if (labels.contains(operation.to())) {
      fold.problem("type " + operation.type() + " has a label " + operation.to() + " already");
      return;
    }
    labels.set(at, operation.to());
    fold.set(fold.schema().with(new EnumType(operation.type(), labels)));
    // A default of the type is stored as the label's number, so it follows.
    fold.changeAll(
        table ->
            mapColumns(
                table,
                column ->
                    Dependents.enumsOf(column.type()).contains(operation.type())
                        ? column.withServerDefault(
                            column.serverDefault().map(it -> follow(it, operation)))
                        : column));
    if (knowsTypes(fold)) {
      fold.changeAll(table -> LabelTexts.follow(table, operation, fold.schema()));
    }
  }

  /** Whether the database keeps which label or type an expression means: PostgreSQL. */
  private static boolean knowsTypes(Fold fold) {
    return fold.names().inDatabase() && !fold.names().referencesHoldIndexes();
  }

  private static Default follow(Default value, TypeOperation.RenameEnumLabel operation) {
    return switch (value) {
      case Default.Literal(String label) ->
          new Default.Literal(label.equals(operation.from()) ? operation.to() : label);
      case Default.Expression(SqlText sql) -> {
        String from = literal(operation.from());
        yield sql.text().equals(from) || sql.text().startsWith(from + "::")
            ? new Default.Expression(
                new SqlText(literal(operation.to()) + sql.text().substring(from.length())))
            : value;
      }
      case Default.Now _, Default.BooleanConstant _, Default.NextValue _, Default.Unknown _ ->
          value;
    };
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void rename(TypeOperation.RenameType operation, Fold fold) {
    Optional<EnumType> found = found(operation.from(), fold);
    if (found.isEmpty()) {
      return;
    }
    if (fold.schema().enumType(operation.to()).isPresent()) {
      fold.problem("type " + operation.to() + " exists already");
      return;
    }
    fold.set(
        fold.schema()
            .without(operation.from())
            .with(new EnumType(operation.to(), found.orElseThrow().labels())));
    fold.changeAll(
        table ->
            mapColumns(
                table,
                it ->
                    Dependents.enumsOf(it.type()).contains(operation.from())
                        ? it.withType(renamed(it.type(), operation.from(), operation.to()))
                        : it));
    if (knowsTypes(fold)) {
      fold.changeAll(
          table ->
              TableTexts.map(
                  table,
                  it ->
                      Identifiers.renameType(it, operation.from().name(), operation.to().name())));
    }
  }

  private static Table mapColumns(Table table, UnaryOperator<Column> change) {
    List<Column> after = table.columns().stream().map(change).toList();
    return after.equals(table.columns()) ? table : table.withColumns(after);
  }

  /** Returns the type with one enum type, at any depth, replaced by another. */
  static SqlType renamed(SqlType type, TypeName from, TypeName to) {
    return switch (type) {
      case SqlType.EnumReference(TypeName name) ->
          name.equals(from) ? new SqlType.EnumReference(to) : type;
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          new SqlType.ArrayOf(renamed(element, from, to), dimensions);
      case SqlType.Variant(SqlType base, var variants) -> {
        SortedMap<DialectName, SqlType> changed = new TreeMap<>();
        variants.forEach((dialect, it) -> changed.put(dialect, renamed(it, from, to)));
        yield new SqlType.Variant(renamed(base, from, to), changed);
      }
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.TextEnum _,
          SqlType.Named _,
          SqlType.Unknown _ ->
          type;
    };
  }
}
