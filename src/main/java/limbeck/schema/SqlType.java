package limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The type of a column, close to SQLAlchemy's own types: what a database makes of it is answered by
 * its dialect.
 *
 * <p>Different types may be one in a database ({@code Real} and {@code Floating(24)}); the diff
 * decides that with the dialect's canonical form, not by equality here.
 */
public sealed interface SqlType {
  /** The three sizes of integers. */
  enum IntegerSize {
    /** 16 bits. */
    SMALL,
    /** 32 bits. */
    NORMAL,
    /** 64 bits. */
    BIG
  }

  /**
   * {@code SMALLINT}, {@code INTEGER}, {@code BIGINT}.
   *
   * @param size how many bits
   */
  record IntegerType(IntegerSize size) implements SqlType {}

  /**
   * {@code NUMERIC(p, s)}.
   *
   * @param precision digits in all
   * @param scale digits after the point; only with a precision
   */
  record Numeric(Optional<Integer> precision, Optional<Integer> scale) implements SqlType {}

  /**
   * {@code FLOAT} or {@code FLOAT(p)}.
   *
   * @param precision in bits, as PostgreSQL counts it
   */
  record Floating(Optional<Integer> precision) implements SqlType {}

  /** {@code DOUBLE PRECISION}. */
  record DoublePrecision() implements SqlType {}

  /** {@code REAL}. */
  record Real() implements SqlType {}

  /**
   * {@code VARCHAR(n)}.
   *
   * @param length in characters; empty is unlimited where the database allows it
   * @param collation its collation, when not the default
   */
  record Varchar(Optional<Integer> length, Optional<String> collation) implements SqlType {}

  /**
   * {@code CHAR(n)}.
   *
   * @param length in characters; empty is 1
   * @param collation its collation, when not the default
   */
  record Char(Optional<Integer> length, Optional<String> collation) implements SqlType {}

  /**
   * {@code TEXT}.
   *
   * @param collation its collation, when not the default
   */
  record Text(Optional<String> collation) implements SqlType {}

  /** {@code BOOLEAN}. */
  record BooleanType() implements SqlType {}

  /** {@code DATE}. */
  record Date() implements SqlType {}

  /**
   * {@code TIME [WITH TIME ZONE]}.
   *
   * @param zone with time zone
   * @param precision digits of the second
   */
  record Time(boolean zone, Optional<Integer> precision) implements SqlType {}

  /**
   * {@code TIMESTAMP [WITH TIME ZONE]}, SQLAlchemy's {@code DateTime}.
   *
   * @param zone with time zone
   * @param precision digits of the second
   */
  record Timestamp(boolean zone, Optional<Integer> precision) implements SqlType {}

  /**
   * {@code INTERVAL}.
   *
   * @param fields such as {@code YEAR TO MONTH}
   * @param precision digits of the second
   */
  record Interval(Optional<String> fields, Optional<Integer> precision) implements SqlType {}

  /**
   * {@code BYTEA}, SQLAlchemy's {@code LargeBinary}.
   *
   * @param length in bytes, where the database takes one
   */
  record Binary(Optional<Integer> length) implements SqlType {}

  /**
   * {@code JSON} or {@code JSONB}.
   *
   * @param binary the decomposed form of PostgreSQL
   */
  record Json(boolean binary) implements SqlType {}

  /**
   * {@code UUID}.
   *
   * @param nativeType false for SQLAlchemy's {@code Uuid(native_uuid=False)}, a CHAR(32)
   */
  record Uuid(boolean nativeType) implements SqlType {}

  /**
   * A native enum type that {@link Schema#enums()} holds; its labels are written inline or as
   * VARCHAR on databases without enum types.
   *
   * @param name the type's name
   */
  record EnumReference(TypeName name) implements SqlType {}

  /**
   * An enumeration without a type of its own: SQLAlchemy's {@code Enum(native_enum=False)} and
   * {@code Literal}, a VARCHAR of the given length everywhere. A CHECK made with it is a constraint
   * of the table.
   *
   * @param labels the allowed texts in order
   * @param length of the VARCHAR
   */
  record TextEnum(List<String> labels, int length) implements SqlType {
    /** Copies the labels. */
    public TextEnum {
      labels = List.copyOf(labels);
    }
  }

  /**
   * An array.
   *
   * @param element the type of its elements
   * @param dimensions 1 or more
   */
  record ArrayOf(SqlType element, int dimensions) implements SqlType {}

  /**
   * A type known by name only: {@code INET}, {@code TSVECTOR}, {@code vector(3)}, a domain.
   *
   * @param name in lower case unless the database needs otherwise
   * @param arguments inside the parentheses
   */
  record Named(String name, List<String> arguments) implements SqlType {
    /** Copies the arguments. */
    public Named {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A type that differs by database: SQLAlchemy's {@code with_variant}.
   *
   * @param base on databases not listed
   * @param variants by database
   */
  record Variant(SqlType base, SortedMap<DialectName, SqlType> variants) implements SqlType {
    /** Copies the variants. */
    public Variant {
      variants = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(variants));
    }
  }

  /**
   * A type that could not be read.
   *
   * @param reason why, for the user
   */
  record Unknown(String reason) implements SqlType {}

  /** Returns this type as the given database takes it, with variants resolved at every depth. */
  default SqlType on(DialectName dialect) {
    return switch (this) {
      case Variant(SqlType base, SortedMap<DialectName, SqlType> variants) -> {
        SqlType chosen = variants.get(dialect);
        if (chosen == null && dialect == DialectName.MARIADB) {
          chosen = variants.get(DialectName.MYSQL);
        }
        yield (chosen == null ? base : chosen).on(dialect);
      }
      case ArrayOf(SqlType element, int dimensions) -> new ArrayOf(element.on(dialect), dimensions);
      case IntegerType _,
          Numeric _,
          Floating _,
          DoublePrecision _,
          Real _,
          Varchar _,
          Char _,
          Text _,
          BooleanType _,
          Date _,
          Time _,
          Timestamp _,
          Interval _,
          Binary _,
          Json _,
          Uuid _,
          EnumReference _,
          TextEnum _,
          Named _,
          Unknown _ ->
          this;
    };
  }
}
