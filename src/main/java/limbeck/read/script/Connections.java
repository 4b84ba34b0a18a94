package limbeck.read.script;

import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.value.LibraryNames;

/** Recognises the objects that scripts reach the database through. */
final class Connections {
  private static final Set<String> BIND_CALLS =
      Set.of("alembic.op.get_bind", "sqlalchemy.Session", "sqlalchemy.create_engine");

  private static final Set<String> PASSAGES =
      Set.of(
          "bind",
          "connection",
          "engine",
          "connect",
          "begin",
          "begin_nested",
          "execution_options",
          "get_bind",
          "__enter__");

  private static final Set<String> CONTEXT_CALLS =
      Set.of(
          "alembic.op.get_context",
          "alembic.context.get_context",
          "alembic.migration.MigrationContext.configure",
          "alembic.runtime.migration.MigrationContext.configure");

  private static final Set<String> INSPECTOR_CALLS =
      Set.of("sqlalchemy.inspect", "sqlalchemy.Inspector.from_engine", "sqlalchemy.Inspector");

  private Connections() {}

  /** Returns whether a value is a connection, engine or session. */
  static boolean isConnection(Value value) {
    return switch (value) {
      case Value.Call call -> {
        if (LibraryNames.of(call.callee()).filter(BIND_CALLS::contains).isPresent()) {
          yield true;
        }
        yield (call.callee() instanceof Value.Attribute(Value of, String method)
                && PASSAGES.contains(method)
                && (isConnection(of) || isOperations(of)))
            || (call.callee() instanceof Value.Call maker
                && LibraryNames.isCall(maker, "sqlalchemy.sessionmaker"));
      }
      case Value.Attribute(Value of, String name) when PASSAGES.contains(name) ->
          isConnection(of) || isContext(of);
      default -> false;
    };
  }

  /** Returns whether a value is Alembic's migration context. */
  static boolean isContext(Value value) {
    return LibraryNames.ofCall(value).filter(CONTEXT_CALLS::contains).isPresent();
  }

  /** Returns whether a value is the dialect of a connection or context. */
  static boolean isDialect(Value value) {
    return value instanceof Value.Attribute(Value of, String name)
        && name.equals("dialect")
        && (isConnection(of) || isContext(of) || isInspector(of));
  }

  /** Returns whether a value is an inspector of the database. */
  static boolean isInspector(Value value) {
    return LibraryNames.ofCall(value).filter(INSPECTOR_CALLS::contains).isPresent();
  }

  /** Returns the batch block that a value is the operations object of. */
  static Optional<Value.Call> batch(Value value) {
    return value instanceof Value.Call call
            && (LibraryNames.isCall(call, "alembic.op.batch_alter_table")
                || (call.callee() instanceof Value.Attribute(Value of, String method)
                    && method.equals("batch_alter_table")
                    && isOperations(of)))
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Returns whether a value is an Operations object, which offers the directives of op. */
  static boolean isOperations(Value value) {
    return LibraryNames.ofCall(value)
        .filter(it -> it.equals("alembic.Operations") || it.equals("alembic.op.Operations"))
        .isPresent();
  }
}
