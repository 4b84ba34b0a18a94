package limbeck.review;

import java.util.Optional;

/**
 * The object of the database a finding is about.
 *
 * @param kind {@code table}, {@code column}, {@code index}, {@code constraint}, {@code type},
 *     {@code revision}
 * @param table the table it belongs to, qualified where the script qualifies it
 * @param name its name; for a table the table's
 */
public record Subject(String kind, Optional<String> table, String name) {
  @Override
  public String toString() {
    return kind + " " + table.filter(it -> !it.equals(name)).map(it -> it + ".").orElse("") + name;
  }
}
