package limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Tokens;

/** The partition key of a table in the form the catalog prints: {@code RANGE (a, b)}. */
final class PartitionKeys {
  private PartitionKeys() {}

  static String normal(String key) {
    int open = key.indexOf('(');
    if (open < 0) {
      return key.strip();
    }
    String columns =
        Tokens.of(key.substring(open + 1, Math.max(open + 1, key.lastIndexOf(')')))).stream()
            .map(
                it ->
                    it.kind() == Tokens.Kind.WORD ? it.text().toLowerCase(Locale.ROOT) : it.text())
            .collect(Collectors.joining(" "))
            .replace(" ,", ",");
    return key.substring(0, open).strip().toUpperCase(Locale.ROOT) + " (" + columns + ")";
  }
}
