package limbeck.read.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import limbeck.schema.SequenceName;
import limbeck.schema.TypeName;

/**
 * What statements before have said that a schema has no place for, and that statements after are
 * read by.
 *
 * @param temporary the tables, views and sequences that live in the session only, by name
 * @param owners the columns that sequences belong to
 * @param otherTypes types that are neither enums nor domains
 */
record Memory(
    Set<String> temporary,
    Map<SequenceName, OwnedSequences.Place> owners,
    Set<TypeName> otherTypes) {
  static Memory empty() {
    return new Memory(new HashSet<>(), new HashMap<>(), new HashSet<>());
  }
}
