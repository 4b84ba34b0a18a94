package limbeck.read.script;

import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;

/** Names of tables that scripts make for data: {@code sa.table(…)}, {@code Table(…)}, models. */
final class TableValues {
  private static final Set<String> MAKERS =
      Set.of("sqlalchemy.table", "sqlalchemy.Table", "alembic.op.create_table");

  private TableValues() {}

  /** Returns the table a value stands for. */
  static Optional<TableName> name(Value value) {
    return switch (value) {
      case Value.Call call when isMaker(call) && !call.arguments().isEmpty() ->
          Constants.text(call.arguments().getFirst())
              .map(
                  it ->
                      new TableName(
                          Optional.ofNullable(call.keywords().get("schema"))
                              .flatMap(Constants::text),
                          it));
      case ClassValue type -> ofClass(type);
      case Value.Attribute(Value of, String member) when member.equals("__table__") -> name(of);
      default -> Optional.empty();
    };
  }

  private static boolean isMaker(Value.Call call) {
    return LibraryNames.of(call.callee()).filter(MAKERS::contains).isPresent();
  }

  private static Optional<TableName> ofClass(ClassValue type) {
    ClassValue.Member member = type.members().get("__tablename__");
    return member == null
        ? Optional.empty()
        : member.value().flatMap(Constants::text).map(TableName::of);
  }
}
