package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.schema.Generation;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;

/** Sequences and identity columns, with what they state only where it is not usual. */
final class NormalSequences {
  private NormalSequences() {}

  static Sequence of(Sequence sequence, NormalTypes types) {
    Optional<SqlType> type = sequence.type().map(types::of);
    return new Sequence(
        NormalNames.sequence(sequence.name()),
        type.filter(it -> !it.equals(new SqlType.IntegerType(SqlType.IntegerSize.BIG))),
        options(sequence.options(), type));
  }

  static Generation.Identity identity(Generation.Identity identity, SqlType type) {
    return new Generation.Identity(
        identity.always(), options(identity.options(), Optional.of(type)));
  }

  private static SequenceOptions options(SequenceOptions options, Optional<SqlType> type) {
    long top = top(type);
    boolean ascending = options.increment().orElse(1L) > 0;
    long lowest = ascending ? 1 : -top - 1;
    long highest = ascending ? top : -1;
    long first = ascending ? options.minimum().orElse(lowest) : options.maximum().orElse(highest);
    return new SequenceOptions(
        options.start().filter(it -> it != first),
        options.increment().filter(it -> it != 1),
        options.minimum().filter(it -> it != lowest),
        options.maximum().filter(it -> it != highest),
        options.cycle().filter(it -> it),
        options.cache().filter(it -> it != 1));
  }

  private static long top(Optional<SqlType> type) {
    if (type.isPresent() && type.get() instanceof SqlType.IntegerType(var size)) {
      return switch (size) {
        case SMALL -> Short.MAX_VALUE;
        case NORMAL -> Integer.MAX_VALUE;
        case BIG -> Long.MAX_VALUE;
      };
    }
    return Long.MAX_VALUE;
  }
}
