package limbeck.schema;

import java.util.List;

/** MySQL's {@code ENUM('a', 'b')}: the labels are part of the column's own type. */
public final class InlineEnum {
  private static final String NAME = "enum";

  private InlineEnum() {}

  /** Returns the type with these labels. */
  public static SqlType.Named of(List<String> labels) {
    return new SqlType.Named(
        NAME, labels.stream().map(it -> "'" + it.replace("'", "''") + "'").toList());
  }

  /** Returns whether a type is one. */
  public static boolean is(SqlType.Named type) {
    return type.name().equals(NAME);
  }

  /** Returns the labels of one. */
  public static List<String> labels(SqlType.Named type) {
    return type.arguments().stream()
        .map(it -> it.substring(1, it.length() - 1).replace("''", "'"))
        .toList();
  }
}
