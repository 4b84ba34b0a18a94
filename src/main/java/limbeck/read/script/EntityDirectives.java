package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ObjectOperation;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.schema.CarriedObject;
import limbeck.schema.CarriedObject.Kind;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;

/** {@code op.create_entity}, {@code replace_entity} and {@code drop_entity} of alembic_utils. */
final class EntityDirectives {
  private final StepRecorder steps;

  EntityDirectives(StepRecorder steps) {
    this.steps = steps;
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    boolean drop = directive.name().equals("drop_entity");
    boolean replace = directive.name().equals("replace_entity");
    if (!drop && !replace && !directive.name().equals("create_entity")) {
      return false;
    }
    Optional<Value> value = directive.arguments().value(0, "target");
    Optional<CarriedObject> entity = value.flatMap(it -> entity(it, directive));
    if (entity.isEmpty()) {
      directive.arguments().report("target", value.orElse(Value.NONE));
      return true;
    }
    CarriedObject object = entity.get();
    steps.add(
        drop
            ? new ObjectOperation.DropObject(
                object.kind(),
                object.name(),
                new SqlText("DROP " + word(object.kind()) + " " + object.name()),
                false)
            : new ObjectOperation.CreateObject(object, replace),
        directive.at());
    return true;
  }

  private static String word(Kind kind) {
    return kind.name().replace('_', ' ');
  }

  private static Optional<CarriedObject> entity(Value value, Directive directive) {
    if (!(value instanceof Value.Call call) || !call.name().startsWith("alembic_utils.")) {
      return Optional.empty();
    }
    Arguments arguments =
        Arguments.of(call, directive.arguments().problems(), "an entity")
            .bound(List.of("schema", "signature", "definition"));
    Optional<String> schema = arguments.text("schema").filter(it -> !it.equals("public"));
    Optional<String> signature = arguments.text("signature");
    String definition = arguments.text("definition").orElse("");
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    String qualified = schema.map(it -> it + ".").orElse("") + signature.get();
    String type = call.name().substring(call.name().lastIndexOf('.') + 1);
    return switch (type) {
      case "PGFunction" ->
          object(
              Kind.FUNCTION,
              schema,
              signature.get().replaceFirst("\\s*\\(.*", ""),
              "CREATE FUNCTION " + qualified + " " + definition);
      case "PGView" ->
          object(
              Kind.VIEW, schema, signature.get(), "CREATE VIEW " + qualified + " AS " + definition);
      case "PGMaterializedView" ->
          object(
              Kind.MATERIALIZED_VIEW,
              schema,
              signature.get(),
              "CREATE MATERIALIZED VIEW " + qualified + " AS " + definition);
      case "PGExtension" -> object(Kind.EXTENSION, schema, signature.get(), signature.get());
      case "PGTrigger" ->
          onTable(arguments)
              .flatMap(
                  it ->
                      object(
                          Kind.TRIGGER,
                          schema,
                          it + "." + signature.get(),
                          "CREATE TRIGGER " + signature.get() + " " + definition));
      case "PGPolicy" ->
          onTable(arguments)
              .flatMap(
                  it ->
                      object(
                          Kind.POLICY,
                          schema,
                          it + "." + signature.get(),
                          "CREATE POLICY " + signature.get() + " ON " + it + " " + definition));
      default -> Optional.empty();
    };
  }

  private static Optional<String> onTable(Arguments arguments) {
    return arguments.text("on_entity").map(it -> it.substring(it.lastIndexOf('.') + 1));
  }

  private static Optional<CarriedObject> object(
      Kind kind, Optional<String> schema, String name, String definition) {
    return Optional.of(
        new CarriedObject(kind, new ObjectName(schema, name), new SqlText(definition.strip())));
  }
}
