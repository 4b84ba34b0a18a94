package limbeck.read.model;

import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/** Tells which MetaData a value, a class or a base stands for. */
final class MetadataFinder {
  private static final Set<String> BASE_MAKERS =
      Set.of("sqlalchemy.declarative_base", "sqlalchemy.automap_base");

  private static final Set<String> ROOTS =
      Set.of("sqlalchemy.DeclarativeBase", "sqlalchemy.DeclarativeBaseNoMeta");

  private static final Set<String> OWNERS =
      Set.of("sqlalchemy.registry", "flask_sqlalchemy.SQLAlchemy");

  private final ClassLookup lookup;

  MetadataFinder(ClassLookup lookup) {
    this.lookup = lookup;
  }

  /** Returns the MetaData a value is; empty when it is none that is understood. */
  Optional<Metadata> of(Value value) {
    return switch (value) {
      case Value.Attribute(Value owner, String name) when name.equals("metadata") -> ofOwner(owner);
      case Value.Call call when LibraryNames.isCall(call, "sqlalchemy.MetaData") ->
          Optional.of(new Metadata.MadeBy(call));
      case Value.Symbol _, Value.Attribute _ ->
          LibraryNames.of(value)
              .map(
                  it ->
                      it.equals("sqlmodel.SQLModel.metadata")
                          ? new Metadata.OfSqlModel()
                          : new Metadata.Named(it));
      default -> Optional.empty();
    };
  }

  /** Returns the MetaData of a base, a registry, a class, a database extension. */
  Optional<Metadata> ofOwner(Value owner) {
    if (LibraryNames.of(owner).filter("sqlmodel.SQLModel"::equals).isPresent()) {
      return Optional.of(new Metadata.OfSqlModel());
    }
    if (owner instanceof ClassValue type) {
      return ofClass(type);
    }
    Optional<Metadata> ofTable = ofTable(owner);
    if (ofTable.isPresent()) {
      return ofTable;
    }
    if (owner instanceof Value.Attribute(Value extension, String name)
        && name.equals("Model")
        && LibraryNames.isFlaskExtension(extension)) {
      return ofOwner(extension);
    }
    if (owner instanceof Value.Call call) {
      return ofMaker(call);
    }
    if (owner instanceof Value.Instance) {
      return Optional.of(new Metadata.MadeBy(owner));
    }
    return LibraryNames.of(owner).map(it -> new Metadata.Named(it + ".metadata"));
  }

  /** Returns the MetaData of a table. */
  private Optional<Metadata> ofTable(Value table) {
    return switch (table) {
      case Value.Attribute(Value type, String name) when name.equals("__table__") -> ofOwner(type);
      case Value.Item(Value.Attribute(Value metadata, String name), Value _)
          when name.equals("tables") ->
          of(metadata);
      case Value.Call call
          when LibraryNames.isCall(call, "sqlalchemy.Table") && call.arguments().size() > 1 ->
          of(call.arguments().get(1));
      default -> Optional.empty();
    };
  }

  private Optional<Metadata> ofMaker(Value.Call call) {
    Value stated = call.keywords().get("metadata");
    if (stated != null && !Constants.isNone(stated)) {
      return of(stated);
    }
    Value base = call.keywords().get("model_class");
    if (base instanceof ClassValue type) {
      return ofClass(type);
    }
    if (call.callee() instanceof Value.Attribute(Value registry, String method)
        && Set.of("generate_base", "as_declarative_base", "mapped").contains(method)) {
      return ofOwner(registry);
    }
    if (LibraryNames.of(call.callee()).filter(BASE_MAKERS::contains).isPresent()) {
      Value cls = call.keywords().get("cls");
      Optional<Metadata> own =
          cls instanceof ClassValue type
              ? lookup.attribute(type, "metadata").flatMap(this::of)
              : Optional.empty();
      return own.or(() -> Optional.of(new Metadata.MadeBy(call)));
    }
    return LibraryNames.of(call.callee()).filter(OWNERS::contains).isPresent()
            || LibraryNames.isFlaskExtension(call)
        ? Optional.of(new Metadata.MadeBy(call))
        : Optional.empty();
  }

  /** Returns the MetaData of a mapped class or of a base that is a class. */
  Optional<Metadata> ofClass(ClassValue type) {
    Optional<Value> stated = lookup.attribute(type, "metadata");
    if (stated.isPresent()) {
      return of(stated.get());
    }
    Optional<Metadata> byRegistry = ofRegistry(type);
    if (byRegistry.isPresent()) {
      return byRegistry;
    }
    if (isRoot(type)) {
      return Optional.of(new Metadata.MadeBy(type));
    }
    for (Value base : type.bases()) {
      Optional<Metadata> found = isPlain(base) ? Optional.empty() : ofOwner(base);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Metadata> ofRegistry(ClassValue type) {
    Value keyword = type.keywords().get("registry");
    if (keyword != null) {
      return ofOwner(keyword);
    }
    Optional<Value> attribute = lookup.attribute(type, "registry");
    if (attribute.isPresent()) {
      return ofOwner(attribute.get());
    }
    for (Value decorator : type.decorators()) {
      if (decorator instanceof Value.Attribute(Value registry, String name)
          && Set.of("mapped", "as_declarative_base", "mapped_as_dataclass").contains(name)) {
        return ofOwner(registry);
      }
      if (decorator instanceof Value.Call call
          && call.callee() instanceof Value.Attribute(Value registry, String name)
          && Set.of("as_declarative_base", "mapped_as_dataclass").contains(name)) {
        return ofOwner(registry);
      }
      if (LibraryNames.isCall(decorator, "sqlalchemy.mapped_as_dataclass")
          && decorator instanceof Value.Call call
          && !call.arguments().isEmpty()) {
        return ofOwner(call.arguments().getFirst());
      }
    }
    return Optional.empty();
  }

  /** Returns whether a class begins a family of its own, with a MetaData of its own. */
  static boolean isRoot(ClassValue type) {
    Value metaclass = type.keywords().get("metaclass");
    return type.bases().stream().anyMatch(it -> Hints.isNamed(it, ROOTS))
        || (metaclass != null && Hints.isNamed(metaclass, Set.of("sqlalchemy.DeclarativeMeta")))
        || type.decorators().stream().anyMatch(MetadataFinder::makesBase);
  }

  private static boolean makesBase(Value decorator) {
    Value name = decorator instanceof Value.Call call ? call.callee() : decorator;
    return Hints.isNamed(name, Set.of("sqlalchemy.as_declarative"))
        || (name instanceof Value.Attribute(Value _, String method)
            && method.equals("as_declarative_base"));
  }

  /** Returns whether a base has nothing to do with tables. */
  private static boolean isPlain(Value base) {
    return LibraryNames.of(base)
        .filter(
            it ->
                it.startsWith("builtins.")
                    || it.startsWith("typing.")
                    || it.startsWith("abc.")
                    || it.startsWith("enum.")
                    || it.startsWith("pydantic.")
                    || it.startsWith("dataclasses.")
                    || it.equals("sqlalchemy.MappedAsDataclass")
                    || it.equals("sqlalchemy.AsyncAttrs")
                    || it.equals("sqlalchemy.AbstractConcreteBase")
                    || it.equals("sqlalchemy.ConcreteBase")
                    || it.equals("sqlalchemy.DeferredReflection"))
        .isPresent();
  }
}
