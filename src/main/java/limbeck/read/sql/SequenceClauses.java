package limbeck.read.sql;

import java.util.Optional;
import java.util.Set;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;

/** The clauses of {@code CREATE SEQUENCE}, {@code ALTER SEQUENCE} and of identity columns. */
final class SequenceClauses {
  private final Cursor cursor;
  private Optional<Long> start;
  private Optional<Long> increment;
  private Optional<Long> minimum;
  private Optional<Long> maximum;
  private Optional<Boolean> cycle;
  private Optional<Long> cache;
  private Optional<SqlType> type = Optional.empty();
  private Optional<QualifiedName> owner = Optional.empty();
  private boolean restarted;
  private boolean stated;

  /** Reads on top of what is stated already. */
  SequenceClauses(Cursor cursor, SequenceOptions before) {
    this.cursor = cursor;
    this.start = before.start();
    this.increment = before.increment();
    this.minimum = before.minimum();
    this.maximum = before.maximum();
    this.cycle = before.cycle();
    this.cache = before.cache();
  }

  /** Reads all clauses that are next. */
  SequenceClauses read() {
    while (clause()) {
      // Each clause has been noted.
    }
    return this;
  }

  /** Reads one clause, if one is next. */
  boolean clause() {
    if (cursor.accept("owned", "by")) {
      owner = Optional.of(cursor.qualifiedName("a column"));
    } else if (cursor.accept("restart")) {
      restarted = true;
      cursor.accept("with");
      if (cursor.peek().kind() == limbeck.sql.SqlToken.Kind.NUMBER || cursor.at("-")) {
        cursor.number("a number");
      }
    } else if (cursor.accept("sequence", "name")) {
      cursor.qualifiedName("a sequence's name");
    } else if (cursor.accept("logged") || cursor.accept("unlogged")) {
      restarted = true;
    } else {
      return option();
    }
    return true;
  }

  private boolean option() {
    if (cursor.accept("as")) {
      type = Optional.of(TypeText.read(cursor, Schema.EMPTY).type());
    } else if (cursor.accept("increment")) {
      cursor.accept("by");
      increment = Optional.of(cursor.number("a number"));
    } else if (cursor.accept("start")) {
      cursor.accept("with");
      start = Optional.of(cursor.number("a number"));
    } else if (cursor.accept("no", "minvalue")) {
      minimum = Optional.empty();
    } else if (cursor.accept("minvalue")) {
      minimum = Optional.of(cursor.number("a number"));
    } else if (cursor.accept("no", "maxvalue")) {
      maximum = Optional.empty();
    } else if (cursor.accept("maxvalue")) {
      maximum = Optional.of(cursor.number("a number"));
    } else if (cursor.accept("cache")) {
      cache = Optional.of(cursor.number("a number"));
    } else if (cursor.accept("no", "cycle")) {
      cycle = Optional.empty();
    } else if (cursor.accept("cycle")) {
      cycle = Optional.of(true);
    } else {
      return false;
    }
    stated = true;
    return true;
  }

  /** Returns the options, without those that say what the database chooses anyway. */
  SequenceOptions options() {
    boolean ascending = increment.orElse(1L) > 0;
    long top = top();
    long low = minimum.orElse(ascending ? 1 : -top - 1);
    long high = maximum.orElse(ascending ? top : -1);
    return new SequenceOptions(
        unless(start, ascending ? low : high),
        unless(increment, 1),
        unless(minimum, ascending ? 1 : -top - 1),
        unless(maximum, ascending ? top : -1),
        cycle,
        unless(cache, 1));
  }

  private long top() {
    if (type.isPresent() && type.orElseThrow() instanceof SqlType.IntegerType(var size)) {
      return switch (size) {
        case SMALL -> Short.MAX_VALUE;
        case NORMAL -> Integer.MAX_VALUE;
        case BIG -> Long.MAX_VALUE;
      };
    }
    return Long.MAX_VALUE;
  }

  private static Optional<Long> unless(Optional<Long> value, long usual) {
    return value.filter(it -> it != usual);
  }

  /** Returns the type, when it is not the usual one. */
  Optional<SqlType> type() {
    return type.filter(it -> !it.equals(new SqlType.IntegerType(SqlType.IntegerSize.BIG)));
  }

  /** Sets the type of an identity column, which its sequence follows. */
  SequenceClauses ofColumn(SqlType other) {
    type = Optional.of(other);
    return this;
  }

  /** Returns the owner, {@code table.column} or {@code none}. */
  Optional<QualifiedName> owner() {
    return owner;
  }

  /** Whether an option was stated that a sequence keeps. */
  boolean isStated() {
    return stated;
  }

  /** Whether only the counter, or how it is written to disk, was changed. */
  boolean isRestarted() {
    return restarted;
  }

  /** Whether a clause of a sequence is next. */
  static boolean isNext(Cursor cursor) {
    return cursor.atAny(
        Set.of("start", "increment", "minvalue", "maxvalue", "no", "cache", "cycle", "restart"));
  }
}
