package limbeck.read.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.operation.ObjectOperation;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.CarriedObject;
import limbeck.schema.CarriedObject.Kind;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;

/** {@code op.create_entity}, {@code replace_entity} and {@code drop_entity} of alembic_utils. */
final class EntityDirectives {
  private static final String DEFAULT_SCHEMA = "public";

  private final StepRecorder steps;
  private final DataDirectives data;

  EntityDirectives(StepRecorder steps, DataDirectives data) {
    this.steps = steps;
    this.data = data;
  }

  /** What is to be done with an entity. */
  private enum Action {
    CREATE,
    REPLACE,
    DROP
  }

  /**
   * An entity as the database knows it.
   *
   * @param object what
   * @param drop the statement that drops it
   */
  private record Entity(CarriedObject object, String drop) {}

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    Optional<Action> action =
        switch (directive.name()) {
          case "create_entity" -> Optional.of(Action.CREATE);
          case "replace_entity" -> Optional.of(Action.REPLACE);
          case "drop_entity" -> Optional.of(Action.DROP);
          default -> Optional.empty();
        };
    if (action.isEmpty()) {
      return false;
    }
    Optional<Value> value = directive.arguments().value(0, "target");
    boolean known =
        value.isPresent()
            && value.get() instanceof Value.Call call
            && call.name().startsWith("alembic_utils.")
            && run(call, action.get(), directive);
    if (!known) {
      directive.arguments().report("target", value.orElse(Value.NONE));
    }
    return true;
  }

  private boolean run(Value.Call call, Action action, Directive directive) {
    String type = call.name().substring(call.name().lastIndexOf('.') + 1);
    if (type.equals("PGGrantTable")) {
      return grant(call, action, directive);
    }
    Optional<Entity> found = entity(type, call, directive);
    if (found.isEmpty()) {
      return false;
    }
    CarriedObject object = found.get().object();
    boolean remade = action == Action.REPLACE && isRemade(object.kind());
    if (action == Action.DROP || remade) {
      steps.add(
          new ObjectOperation.DropObject(
              object.kind(), object.name(), new SqlText(dropping(found.get(), remade)), remade),
          directive.at());
    }
    if (action != Action.DROP) {
      steps.add(
          new ObjectOperation.CreateObject(object, action == Action.REPLACE && !remade),
          directive.at());
    }
    return true;
  }

  private static String dropping(Entity entity, boolean ifExists) {
    String words = "DROP " + entity.object().kind().name().replace('_', ' ') + " ";
    return ifExists ? entity.drop().replace(words, words + "IF EXISTS ") : entity.drop();
  }

  /** What PostgreSQL has no CREATE OR REPLACE for is dropped and made anew. */
  private static boolean isRemade(Kind kind) {
    return switch (kind) {
      case MATERIALIZED_VIEW, POLICY, TRIGGER, EXTENSION, DOMAIN -> true;
      case VIEW, FUNCTION -> false;
    };
  }

  private static Optional<Entity> entity(String type, Value.Call call, Directive directive) {
    Arguments arguments =
        Arguments.of(call, directive.arguments().problems(), "an entity")
            .bound(
                type.equals("PGExtension")
                    ? List.of("schema", "signature")
                    : type.equals("PGTrigger")
                        ? List.of("schema", "signature", "definition", "on_entity", "is_constraint")
                        : type.equals("PGPolicy")
                            ? List.of("schema", "signature", "definition", "on_entity")
                            : List.of("schema", "signature", "definition", "with_data"));
    Optional<String> schema = arguments.text("schema").filter(it -> !it.equals(DEFAULT_SCHEMA));
    Optional<String> signature = arguments.text("signature").map(String::strip);
    String definition =
        arguments.text("definition").orElse("").strip().replaceFirst("(?s)\\s*;\\s*$", "");
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    String name = signature.get();
    String qualified = schema.map(it -> quoted(it) + ".").orElse("") + quoted(name);
    Optional<String> table =
        arguments
            .text("on_entity")
            .map(it -> it.startsWith(DEFAULT_SCHEMA + ".") ? it.substring(7) : it);
    return switch (type) {
      case "PGFunction" -> function(schema, name, definition);
      case "PGView" ->
          entity(
              new CarriedObject(
                  Kind.VIEW,
                  new ObjectName(schema, name),
                  new SqlText("CREATE VIEW " + qualified + " AS " + definition)),
              "DROP VIEW " + qualified);
      case "PGMaterializedView" ->
          entity(
              new CarriedObject(
                  Kind.MATERIALIZED_VIEW,
                  new ObjectName(schema, name),
                  new SqlText(
                      "CREATE MATERIALIZED VIEW "
                          + qualified
                          + " AS "
                          + definition
                          + (arguments.flag("with_data").orElse(true) ? "" : " WITH NO DATA"))),
              "DROP MATERIALIZED VIEW " + qualified);
      case "PGExtension" ->
          entity(
              new CarriedObject(
                  Kind.EXTENSION, new ObjectName(schema, name), new SqlText(quoted(name))),
              "DROP EXTENSION " + quoted(name));
      case "PGTrigger" ->
          table.flatMap(
              it ->
                  entity(
                      onTable(
                          Kind.TRIGGER,
                          schema,
                          it,
                          name,
                          (arguments.flag("is_constraint").orElse(false)
                                  ? "CREATE CONSTRAINT TRIGGER "
                                  : "CREATE TRIGGER ")
                              + quoted(name)
                              + " "
                              + definition),
                      "DROP TRIGGER " + quoted(name) + " ON " + it));
      case "PGPolicy" ->
          table.flatMap(
              it ->
                  entity(
                      onTable(
                          Kind.POLICY,
                          schema,
                          it,
                          name,
                          "CREATE POLICY " + quoted(name) + " ON " + it + " " + definition),
                      "DROP POLICY " + quoted(name) + " ON " + it));
      default -> Optional.empty();
    };
  }

  private static CarriedObject onTable(
      Kind kind, Optional<String> schema, String table, String name, String definition) {
    String bare = table.substring(table.lastIndexOf('.') + 1);
    return new CarriedObject(
        kind, new ObjectName(schema, bare + "." + name), new SqlText(definition));
  }

  private static Optional<Entity> entity(CarriedObject object, String drop) {
    return Optional.of(new Entity(object, drop));
  }

  /** A function's signature is its name with parameters; dropping it takes no defaults. */
  private static Optional<Entity> function(
      Optional<String> schema, String signature, String definition) {
    int open = signature.indexOf('(');
    int close = signature.lastIndexOf(')');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    String name = signature.substring(0, open).strip();
    String parameters = signature.substring(open + 1, close).strip();
    String types =
        Arrays.stream(parameters.split(",", -1))
            .map(it -> it.replaceFirst("(?is)\\sdefault\\s.*", "").strip())
            .collect(Collectors.joining(", "));
    String qualified = schema.map(it -> quoted(it) + ".").orElse("") + quoted(name);
    return entity(
        new CarriedObject(
            Kind.FUNCTION,
            new ObjectName(schema, name),
            new SqlText("CREATE FUNCTION " + qualified + "(" + parameters + ") " + definition)),
        "DROP FUNCTION " + qualified + "(" + types + ")");
  }

  /** alembic_utils quotes every name; where that makes a difference, so is done here. */
  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_$]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A grant changes no schema: it is read as its statement would be. */
  private boolean grant(Value.Call call, Action action, Directive directive) {
    Arguments arguments =
        Arguments.of(call, directive.arguments().problems(), "a grant")
            .bound(List.of("schema", "table", "role", "grant", "columns", "with_grant_option"));
    Optional<String> table = arguments.text("table");
    Optional<String> role = arguments.text("role");
    Optional<String> privilege = arguments.value("grant").flatMap(EntityDirectives::privilege);
    if (table.isEmpty() || role.isEmpty() || privilege.isEmpty()) {
      return false;
    }
    String on =
        " ON "
            + quoted(arguments.text("schema").orElse(DEFAULT_SCHEMA))
            + "."
            + quoted(table.get());
    if (action != Action.CREATE) {
      execute("REVOKE " + privilege.get() + on + " FROM " + quoted(role.get()), directive);
    }
    if (action != Action.DROP) {
      String columns =
          arguments
              .texts("columns")
              .filter(it -> !it.isEmpty())
              .map(
                  it ->
                      it.stream()
                          .map(EntityDirectives::quoted)
                          .collect(Collectors.joining(", ", " (", ")")))
              .orElse("");
      boolean option = arguments.flag("with_grant_option").orElse(false);
      execute(
          "GRANT "
              + privilege.get()
              + columns
              + on
              + " TO "
              + quoted(role.get())
              + (option ? " WITH GRANT OPTION" : ""),
          directive);
    }
    return true;
  }

  /** {@code PGGrantTableChoice.SELECT}, or its text. */
  private static Optional<String> privilege(Value value) {
    return Constants.text(value)
        .or(
            () ->
                LibraryNames.of(value)
                    .filter(it -> it.contains("PGGrantTableChoice."))
                    .map(it -> it.substring(it.lastIndexOf('.') + 1)))
        .map(it -> it.toUpperCase(Locale.ROOT));
  }

  private void execute(String sql, Directive directive) {
    data.execute(
        new Arguments(
                List.of(new Value.Str(sql)),
                Map.of(),
                directive.at(),
                directive.arguments().problems(),
                "op.execute")
            .bound(List.of("sqltext")));
  }
}
