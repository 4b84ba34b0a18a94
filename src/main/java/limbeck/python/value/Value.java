package limbeck.python.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import limbeck.text.Location;

/**
 * A Python value known without running Python.
 *
 * <p>What belongs to a library is not interpreted: {@code sa.Column("a", sa.Integer())} becomes a
 * {@link Call} of the symbol {@code sqlalchemy.Column}. What cannot be known is {@link Unknown}, an
 * ordinary value that flows on.
 *
 * <p>Lists, dictionaries and sets are changed in place while the evaluator runs, as Python does;
 * once it has returned, nobody changes them.
 */
public sealed interface Value
    permits Value.Str,
        Value.Bytes,
        Value.Int,
        Value.Float,
        Value.Bool,
        Value.None,
        Value.Ellipsis,
        Value.ListOf,
        Value.TupleOf,
        Value.SetOf,
        Value.DictOf,
        Value.Symbol,
        Value.Call,
        Value.Attribute,
        Value.Item,
        Value.Operation,
        Value.EnumMember,
        Value.Instance,
        FunctionValue,
        ClassValue,
        ModuleValue,
        Value.Unknown {

  /** {@code None}. */
  Value NONE = new None();

  /** Text. */
  record Str(String value) implements Value {}

  /** Bytes, one per char. */
  record Bytes(String value) implements Value {}

  /** An integer. */
  record Int(BigInteger value) implements Value {
    /** Returns an integer. */
    public static Int of(long value) {
      return new Int(BigInteger.valueOf(value));
    }
  }

  /** A floating-point number. */
  record Float(double value) implements Value {}

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements Value {}

  /** {@code None}. */
  record None() implements Value {}

  /** {@code ...}. */
  record Ellipsis() implements Value {}

  /** A list; an {@link Unknown} among its items may stand for any number of them. */
  record ListOf(List<Value> items) implements Value {}

  /** A tuple. */
  record TupleOf(List<Value> items) implements Value {
    /** Copies the items. */
    public TupleOf {
      items = List.copyOf(items);
    }
  }

  /** A set, in order of insertion so that results do not depend on hashing. */
  record SetOf(java.util.Set<Value> items) implements Value {}

  /** A dictionary, in order of insertion. */
  record DictOf(Map<Value, Value> entries) implements Value {}

  /**
   * Something of a library, by its canonical dotted name: {@code sqlalchemy.Integer}, {@code
   * alembic.op}, {@code builtins.int}, {@code typing.Optional}. Names that libraries re-export are
   * left as imported.
   */
  record Symbol(String qualifiedName) implements Value {}

  /**
   * A call that is not interpreted.
   *
   * @param callee a {@link Symbol}, or an {@link Attribute} for a method of another value
   * @param arguments the positional ones, unpacked; an {@link Unknown} may stand for several
   * @param keywords the named ones in order, unpacked; under {@code **} an {@link Unknown} stands
   *     for further ones
   * @param at the call's place
   */
  record Call(Value callee, List<Value> arguments, Map<String, Value> keywords, Location at)
      implements Value {
    /** Returns the callee's dotted name, or an empty text when it has none. */
    public String name() {
      if (callee instanceof Symbol(String qualifiedName)) {
        return qualifiedName;
      }
      return callee instanceof Attribute(Value _, String attribute) ? "." + attribute : "";
    }
  }

  /** An attribute of a value that is not interpreted: {@code Integer().with_variant}. */
  record Attribute(Value of, String name) implements Value {}

  /** A subscription that is not interpreted: {@code Optional[int]}; a tuple key is a tuple. */
  record Item(Value of, Value key) implements Value {}

  /**
   * An operator over values of which at least one is not interpreted: {@code Hero.age > 3}, {@code
   * int | None}.
   *
   * @param operator as written in Python
   * @param operands one or two
   */
  record Operation(String operator, List<Value> operands) implements Value {}

  /**
   * A member of an enumeration of the project.
   *
   * @param type its class
   * @param name its name; of an alias, the canonical one
   * @param value its value
   */
  record EnumMember(ClassValue type, String name, Value value) implements Value {}

  /**
   * An object of a class of the project.
   *
   * @param type its class
   * @param fields set on it so far
   */
  record Instance(ClassValue type, Map<String, Value> fields) implements Value {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * A value that cannot be known.
   *
   * @param reason why, for the user
   * @param at the place that could not be understood
   */
  record Unknown(String reason, Location at) implements Value {}
}
