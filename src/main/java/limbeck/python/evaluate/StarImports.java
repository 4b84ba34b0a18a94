package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Which of several libraries imported by star a name belongs to. */
final class StarImports {
  /** Names of {@code sqlalchemy.orm} that models use; the package {@code sqlalchemy} lacks them. */
  private static final Set<String> ORM =
      Set.of(
          "Mapped",
          "mapped_column",
          "relationship",
          "backref",
          "declarative_base",
          "DeclarativeBase",
          "DeclarativeBaseNoMeta",
          "DeclarativeMeta",
          "MappedAsDataclass",
          "declared_attr",
          "declarative_mixin",
          "column_property",
          "composite",
          "deferred",
          "synonym",
          "Session",
          "sessionmaker",
          "scoped_session",
          "validates",
          "query_expression",
          "registry",
          "mapper",
          "clear_mappers",
          "configure_mappers",
          "relation",
          "remote",
          "foreign",
          "Query",
          "aliased");

  private StarImports() {}

  /** Returns the symbol when the library that has the name is certain. */
  static Optional<Value> choose(List<String> libraries, String name) {
    if (ORM.contains(name) && libraries.contains("sqlalchemy.orm")) {
      return Optional.of(new Value.Symbol("sqlalchemy.orm." + name));
    }
    List<String> left =
        libraries.stream().filter(library -> !library.equals("sqlalchemy.orm")).distinct().toList();
    return left.size() == 1
        ? Optional.of(new Value.Symbol(left.getFirst() + "." + name))
        : Optional.empty();
  }
}
