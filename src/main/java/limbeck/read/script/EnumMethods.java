package limbeck.read.script;

import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.TypeOperation;
import limbeck.python.value.Value;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeScope;
import limbeck.read.value.Arguments;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;

/** {@code Enum(…).create(bind)} and {@code .drop(bind)}. */
final class EnumMethods {
  private final ScriptObjects objects;
  private final StepRecorder steps;

  EnumMethods(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
  }

  /** Carries a method of a type out; false when it is none of these. */
  boolean run(Value.Call type, String method, Value.Call call) {
    boolean create = method.equals("create");
    Optional<String> name = LibraryNames.of(type.callee()).filter(EnumMethods::isEnum);
    if (name.isEmpty() || (!create && !method.equals("drop"))) {
      return false;
    }
    if (objects.context().options().dialect() != DialectName.POSTGRESQL) {
      return true;
    }
    TypeReading reading =
        objects.types().translate(type, TypeScope.NONE, "an enum type", call.at());
    if (reading.enums().isEmpty()) {
      boolean isNative = reading.isUnknown();
      if (isNative) {
        steps.addOpaque(
            "an enum type whose name or labels cannot be told", new TreeSet<>(), true, call.at());
      }
      return true;
    }
    Arguments arguments = Arguments.of(call, objects.context().problems(), "an enum type");
    boolean usual = name.get().startsWith("postgresql.");
    boolean checks = arguments.flag(1, "checkfirst").orElse(usual);
    for (TypeReading.EnumUse use : reading.enums()) {
      steps.add(
          create
              ? new TypeOperation.CreateEnum(use.type(), checks)
              : new TypeOperation.DropEnum(use.type().name(), checks),
          call.at());
    }
    return true;
  }

  private static boolean isEnum(String name) {
    return name.equals("sqlalchemy.Enum") || name.equals("postgresql.ENUM");
  }
}
