package limbeck.read.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import limbeck.python.value.Value;
import limbeck.schema.EnumType;
import limbeck.schema.SqlType;

/**
 * A column type and what comes with it.
 *
 * @param type the type itself
 * @param enums the native enum types it refers to
 * @param checks the constraints it puts on the column's table
 * @param binding what it makes of values compared with the column, when it changes them
 */
public record TypeReading(
    SqlType type, List<EnumUse> enums, List<TypeCheck> checks, Optional<Binding> binding) {
  /** Copies the lists. */
  public TypeReading {
    enums = List.copyOf(enums);
    checks = List.copyOf(checks);
  }

  /** Makes a reading of a type that takes values as they are. */
  public TypeReading(SqlType type, List<EnumUse> enums, List<TypeCheck> checks) {
    this(type, enums, checks, Optional.empty());
  }

  /** What a type makes of a Python value before the database gets it. */
  public interface Binding {
    /** Returns the value the database gets. */
    Value bound(Value value);
  }

  /**
   * A native enum type in use.
   *
   * @param type the type
   * @param create whether creating a table creates it: not with {@code create_type=False}
   */
  public record EnumUse(EnumType type, boolean create) {}

  /**
   * The CHECK of {@code create_constraint=True}.
   *
   * @param name as stated
   * @param values the allowed values as SQL literals
   */
  public record TypeCheck(Optional<Value> name, List<String> values) {
    /** Copies the values. */
    public TypeCheck {
      values = List.copyOf(values);
    }
  }

  /** Returns a type that brings nothing along. */
  public static TypeReading of(SqlType type) {
    return new TypeReading(type, List.of(), List.of());
  }

  /** Returns a type that could not be read. */
  public static TypeReading unknown(String reason) {
    return of(new SqlType.Unknown(reason));
  }

  /** Returns whether the type could not be read. */
  public boolean isUnknown() {
    return type instanceof SqlType.Unknown;
  }

  /** Returns the same reading with another type made from this one. */
  public TypeReading map(UnaryOperator<SqlType> change) {
    return new TypeReading(change.apply(type), enums, checks, binding);
  }

  /** Returns the same reading of a type that changes values. */
  TypeReading withBinding(Binding other) {
    return new TypeReading(type, enums, checks, Optional.of(other));
  }

  /** Returns another type that brings along what both bring. */
  public TypeReading with(TypeReading other, SqlType combined) {
    List<EnumUse> allEnums = new ArrayList<>(enums);
    other.enums.stream().filter(it -> !allEnums.contains(it)).forEach(allEnums::add);
    List<TypeCheck> allChecks = new ArrayList<>(checks);
    allChecks.addAll(other.checks);
    return new TypeReading(combined, allEnums, allChecks);
  }
}
