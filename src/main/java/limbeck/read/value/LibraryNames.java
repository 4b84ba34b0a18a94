package limbeck.read.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/**
 * One name for each thing of a library, however it was imported.
 *
 * <p>{@code sqlalchemy.sql.schema.Column}, {@code sqlmodel.Column} and {@code db.Column} are all
 * {@code sqlalchemy.Column}; types of a database's own package are {@code postgresql.JSONB}.
 */
public final class LibraryNames {
  /** Modules of SQLAlchemy and SQLModel that only lead to the name. */
  private static final Set<String> PASSAGES =
      Set.of(
          "sql",
          "schema",
          "types",
          "sqltypes",
          "type_api",
          "orm",
          "ext",
          "declarative",
          "base",
          "elements",
          "selectable",
          "expression",
          "operators",
          "functions",
          "mutable",
          "hybrid",
          "properties",
          "decl_api",
          "decl_base",
          "associationproxy",
          "compiler",
          "engine",
          "inspection",
          "dialects",
          "json",
          "array",
          "hstore",
          "ranges",
          "named_types",
          "enumerated",
          "indexable",
          "naming",
          "default_comparator",
          "_orm_constructors",
          "dml",
          "main",
          "session",
          "relationships",
          "mapper",
          "reflection",
          "interfaces",
          "api",
          "extensions",
          "automap",
          "events",
          "ddl",
          "quoted_name",
          "dialect");

  private static final Set<String> DIALECTS =
      Set.of("postgresql", "mysql", "sqlite", "mariadb", "mssql", "oracle");

  private static final Set<String> SQLMODEL_OWN =
      Set.of(
          "SQLModel",
          "Field",
          "Relationship",
          "AutoString",
          "GUID",
          "UTCDateTime",
          "Session",
          "FieldInfo",
          "RelationshipInfo",
          "SQLModelConfig",
          "default_registry",
          "SQLModelMetaclass");

  private static final Set<String> PYDANTIC_PASSAGES =
      Set.of("types", "fields", "networks", "main", "config", "v1", "color", "json");

  private static final Set<String> FLASK_OWN = Set.of("Model", "Table", "SQLAlchemy");

  /** The same few hundred names are asked for again and again, each answer the same object. */
  private static final Map<String, Optional<String>> CANONICAL = new ConcurrentHashMap<>();

  private static final int MOST_KEPT = 20_000;

  private LibraryNames() {}

  /** Returns the canonical name of a symbol, or of an attribute of one; empty for other values. */
  public static Optional<String> of(Value value) {
    return switch (value) {
      case Value.Symbol(String name) -> known(name);
      case Value.Attribute(Value owner, String name) when isFlaskExtension(owner) ->
          Optional.of((FLASK_OWN.contains(name) ? "flask_sqlalchemy." : "sqlalchemy.") + name);
      case Value.Attribute(Value owner, String name) ->
          of(owner).flatMap(it -> known(it + "." + name));
      default -> Optional.empty();
    };
  }

  /** Returns the canonical name of what is called; empty when it is not a library's. */
  public static Optional<String> ofCall(Value value) {
    return value instanceof Value.Call call ? of(call.callee()) : Optional.empty();
  }

  /** Returns whether the value is a call of the library function or class of that name. */
  public static boolean isCall(Value value, String name) {
    return ofCall(value).filter(name::equals).isPresent();
  }

  /**
   * Returns whether the value is an object of one of SQLAlchemy's classes. None of them counts as
   * false; expressions refuse to be asked.
   */
  public static boolean isObject(Value value) {
    return ofCall(value)
        .filter(
            it ->
                (it.startsWith("sqlalchemy.") || DIALECTS.contains(it.split("\\.", 2)[0]))
                    && Character.isUpperCase(it.charAt(it.lastIndexOf('.') + 1)))
        .isPresent();
  }

  /** Returns whether the value is the {@code db = SQLAlchemy(…)} of Flask-SQLAlchemy. */
  public static boolean isFlaskExtension(Value value) {
    return switch (value) {
      case Value.Call call -> {
        if (call.callee() instanceof ClassValue type) {
          yield extendsFlask(type);
        }
        yield of(call.callee()).filter("flask_sqlalchemy.SQLAlchemy"::equals).isPresent();
      }
      case Value.Instance(ClassValue type, var _) -> extendsFlask(type);
      default -> false;
    };
  }

  private static boolean extendsFlask(ClassValue type) {
    return type.bases().stream()
        .anyMatch(
            it ->
                it instanceof ClassValue parent
                    ? extendsFlask(parent)
                    : of(it).filter("flask_sqlalchemy.SQLAlchemy"::equals).isPresent());
  }

  /**
   * Returns whether a call may make anything, a column too: one of a package that is neither
   * Python's own nor one whose columns this reader knows by name.
   */
  public static boolean mayMakeAnything(Value.Call call) {
    return switch (root(call)) {
      case Value.Symbol(String name) -> !KnownPackages.holds(name);
      default -> false;
    };
  }

  private static Value root(Value value) {
    return switch (value) {
      case Value.Call(Value callee, var _, var _, var _) -> root(callee);
      case Value.Attribute(Value owner, String _) -> root(owner);
      default -> value;
    };
  }

  /** Returns the canonical form of a dotted name. */
  public static String canonical(String qualified) {
    return known(qualified).orElse(qualified);
  }

  private static Optional<String> known(String qualified) {
    Optional<String> known = CANONICAL.get(qualified);
    if (known != null) {
      return known;
    }
    Optional<String> found = Optional.of(reduced(qualified));
    if (CANONICAL.size() < MOST_KEPT) {
      CANONICAL.put(qualified, found);
    }
    return found;
  }

  private static String reduced(String qualified) {
    String[] parts = qualified.split("\\.", -1);
    return switch (parts[0]) {
      case "sqlalchemy", "sqlmodel" -> ofSqlAlchemy(parts);
      case "sqlalchemy_utils" -> "sqlalchemy_utils." + parts[parts.length - 1];
      case "flask_sqlalchemy" -> "flask_sqlalchemy." + parts[parts.length - 1];
      case "pydantic" -> rest("pydantic", parts, PYDANTIC_PASSAGES);
      case "typing_extensions" -> qualified.replace("typing_extensions.", "typing.");
      case "alembic" -> ofAlembic(parts);
      default -> qualified;
    };
  }

  private static String ofSqlAlchemy(String[] parts) {
    String library = "sqlalchemy";
    boolean functions = false;
    int at = 1;
    while (at < parts.length - 1) {
      if (DIALECTS.contains(parts[at])) {
        library = parts[at];
      } else if (!PASSAGES.contains(parts[at])) {
        break;
      }
      functions = parts[at].equals("functions");
      at++;
    }
    if (at >= parts.length) {
      return parts[0];
    }
    if (SQLMODEL_OWN.contains(parts[at]) && parts[0].equals("sqlmodel")) {
      library = "sqlmodel";
    }
    String last = joined(parts, at);
    if (functions && at == parts.length - 1 && Character.isLowerCase(last.charAt(0))) {
      return last.equals("func") ? "sqlalchemy.func" : "sqlalchemy.func." + last;
    }
    return library + "." + last;
  }

  private static String ofAlembic(String[] parts) {
    // alembic.operations and alembic.op offer the same directives.
    if (parts.length > 2 && parts[1].equals("operations")) {
      return "alembic." + joined(parts, 2);
    }
    return String.join(".", parts);
  }

  private static String rest(String library, String[] parts, Set<String> passages) {
    int at = 1;
    while (at < parts.length - 1 && passages.contains(parts[at])) {
      at++;
    }
    return at >= parts.length ? library : library + "." + joined(parts, at);
  }

  private static String joined(String[] parts, int from) {
    return String.join(".", java.util.Arrays.asList(parts).subList(from, parts.length));
  }
}
