package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;

/** Tells what labels allow to know of a change of type: none of them may be refused. */
final class KnownLabels {
  private KnownLabels() {}

  /** Whether every value of an enum type, or every list of them, is one of the other type, too. */
  static boolean allFit(SqlType from, SqlType to, Schema schema) {
    if (from instanceof SqlType.ArrayOf(SqlType one, int _)
        && to instanceof SqlType.ArrayOf(SqlType other, int _)) {
      return allFit(one, other, schema);
    }
    Optional<List<String>> labels = labels(from, schema);
    if (labels.isEmpty()) {
      return false;
    }
    return switch (to) {
      case SqlType.EnumReference _ ->
          labels(to, schema).filter(it -> it.containsAll(labels.get())).isPresent();
      case SqlType.Varchar(Optional<Integer> length, var _) ->
          labels.get().stream()
              .allMatch(it -> it.codePointCount(0, it.length()) <= length.orElse(it.length()));
      default -> false; // nothing else refuses labels by what they are
    };
  }

  private static Optional<List<String>> labels(SqlType type, Schema schema) {
    return type instanceof SqlType.EnumReference(var name)
        ? schema.enumType(name).map(EnumType::labels)
        : Optional.empty();
  }
}
