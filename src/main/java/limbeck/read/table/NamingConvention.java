package limbeck.read.table;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/**
 * SQLAlchemy's {@code MetaData(naming_convention=…)}: templates for names that the source leaves
 * out.
 *
 * @param templates by kind
 * @param custom tokens computed by functions of the project
 */
public record NamingConvention(Map<Kind, String> templates, Map<String, Value> custom) {
  /** What SQLAlchemy uses when nothing is stated: indexes get a name, constraints do not. */
  public static final NamingConvention DEFAULT =
      new NamingConvention(Map.of(Kind.INDEX, "ix_%(column_0_label)s"), Map.of());

  /** Copies the maps; equal conventions have the same order and text in every JVM. */
  public NamingConvention {
    templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
  }

  /** What can be named. */
  public enum Kind {
    /** An index. */
    INDEX("ix", "sqlalchemy.Index"),
    /** A primary key. */
    PRIMARY_KEY("pk", "sqlalchemy.PrimaryKeyConstraint"),
    /** A unique constraint. */
    UNIQUE("uq", "sqlalchemy.UniqueConstraint"),
    /** A check. */
    CHECK("ck", "sqlalchemy.CheckConstraint"),
    /** A foreign key. */
    FOREIGN_KEY("fk", "sqlalchemy.ForeignKeyConstraint"),
    /** An exclusion constraint, which takes no part in the short keys. */
    EXCLUDE("", "postgresql.ExcludeConstraint");

    private final String key;
    private final String className;

    Kind(String key, String className) {
      this.key = key;
      this.className = className;
    }
  }

  /** Returns the convention of templates by SQLAlchemy's short keys: ix, uq, ck, fk, pk. */
  public static NamingConvention of(Map<String, String> templates) {
    Map<Kind, String> byKind = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (templates.containsKey(kind.key)) {
        byKind.put(kind, templates.get(kind.key));
      }
    }
    return new NamingConvention(byKind, Map.of());
  }

  /** Reads the value given as {@code naming_convention}; what is not understood is reported. */
  public static NamingConvention read(Value value, ProblemLog problems, Location at) {
    if (!(value instanceof Value.DictOf(Map<Value, Value> entries))) {
      if (!Constants.isNone(value)) {
        problems.add(
            "the naming convention cannot be told: " + Constants.describe(value),
            "names of constraints and indexes without a stated name",
            value instanceof Value.Unknown(String _, Location place) ? place : at);
      }
      return DEFAULT;
    }
    Map<Kind, String> templates = new EnumMap<>(Kind.class);
    Map<String, Value> custom = new LinkedHashMap<>();
    entries.forEach(
        (key, template) -> {
          Optional<String> text = Constants.text(template);
          Optional<Kind> kind = kindOf(key);
          if (kind.isPresent() && text.isPresent()) {
            templates.put(kind.get(), text.get());
          } else if (kind.isEmpty() && Constants.text(key).isPresent()) {
            custom.put(Constants.text(key).get(), template);
          } else if (!Constants.isNone(template)) {
            problems.add(
                "an entry of the naming convention cannot be told: "
                    + Constants.describe(text.isPresent() ? key : template),
                "names of constraints and indexes without a stated name",
                at);
          }
        });
    return new NamingConvention(templates, custom);
  }

  private static Optional<Kind> kindOf(Value key) {
    Optional<String> text = Constants.text(key).or(() -> LibraryNames.of(key));
    for (Kind kind : Kind.values()) {
      if (text.filter(it -> it.equals(kind.key) || it.equals(kind.className)).isPresent()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the template of a kind. */
  public Optional<String> template(Kind kind) {
    return Optional.ofNullable(templates.get(kind));
  }
}
