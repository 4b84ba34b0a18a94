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
 */
public record TypeReading(SqlType type, List<EnumUse> enums, List<TypeCheck> checks) {
  /** Copies the lists. */
  public TypeReading {
    enums = List.copyOf(enums);
    checks = List.copyOf(checks);
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
    return new TypeReading(change.apply(type), enums, checks);
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
