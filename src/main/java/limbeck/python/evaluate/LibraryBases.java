package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** Library classes of which it is known that they have no attributes of certain names. */
final class LibraryBases {
  private static final Set<String> BASES =
      Set.of(
          "DeclarativeBase",
          "DeclarativeBaseNoMeta",
          "MappedAsDataclass",
          "AsyncAttrs",
          "SQLModel");

  /** What classes with tables state about themselves; the bases state nothing of it. */
  private static final Set<String> STATED =
      Set.of(
          "__abstract__",
          "__bind_key__",
          "__mapper_args__",
          "__table__",
          "__table_args__",
          "__table_kwargs__");

  private LibraryBases() {}

  /** Tells whether a class certainly does not get such an attribute from its library bases. */
  static boolean lack(Machine machine, ClassValue type, String name) {
    List<Value> order = machine.resolution().order(type);
    return STATED.contains(name)
        && order.stream().allMatch(it -> Instances.isTransparent(it) || isBase(it));
  }

  /** Tells whether a library class certainly has no such attribute. */
  static boolean lacks(Value.Symbol type, String name) {
    return STATED.contains(name) && (isBase(type) || Instances.isTransparent(type));
  }

  /**
   * Returns the class of the project that a library's base is made of: {@code
   * declarative_base(cls=Own)}, and {@code db.Model} of {@code db = SQLAlchemy(model_class=Own)}.
   */
  static Optional<ClassValue> madeOf(Value base) {
    if (base instanceof Value.Call call) {
      boolean maker = Set.of("declarative_base", "generate_base").contains(last(call.callee()));
      return maker && call.keywords().get("cls") instanceof ClassValue type
          ? Optional.of(type)
          : Optional.empty();
    }
    return base instanceof Value.Attribute(Value.Call extension, String name)
            && name.equals("Model")
            && extension.keywords().get("model_class") instanceof ClassValue type
        ? Optional.of(type)
        : Optional.empty();
  }

  private static String last(Value callee) {
    return switch (callee) {
      case Value.Symbol(String name) -> name.substring(name.lastIndexOf('.') + 1);
      case Value.Attribute(Value _, String name) -> name;
      default -> "";
    };
  }

  private static boolean isBase(Value base) {
    if (!(base instanceof Value.Symbol(String name))) {
      return false;
    }
    boolean library = name.startsWith("sqlalchemy.") || name.startsWith("sqlmodel.");
    return library && BASES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
