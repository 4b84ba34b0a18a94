package limbeck.python.evaluate;

import java.util.List;
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

  private static boolean isBase(Value base) {
    if (!(base instanceof Value.Symbol(String name))) {
      return false;
    }
    boolean library = name.startsWith("sqlalchemy.") || name.startsWith("sqlmodel.");
    return library && BASES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
