package limbeck.read;

import java.util.Optional;
import java.util.function.Predicate;
import limbeck.python.value.Value;
import limbeck.schema.DialectName;

/**
 * What a reader must know besides the source.
 *
 * @param dialect the database read for: branches on it are answered, expressions are compiled for
 *     it
 * @param spelling its way to write identifiers and types
 * @param versions of the libraries
 * @param foreign tells by a file's path that it belongs to another package, whose tables count only
 *     when they are asked for
 * @param metadata the value of {@code target_metadata}; empty takes every table that is found
 */
public record ReadOptions(
    DialectName dialect,
    SqlSpelling spelling,
    LibraryVersions versions,
    Predicate<String> foreign,
    Optional<Value> metadata) {
  /** Returns options with the newest library versions and every metadata. */
  public static ReadOptions of(DialectName dialect, SqlSpelling spelling) {
    return new ReadOptions(dialect, spelling, LibraryVersions.NEWEST, _ -> false, Optional.empty());
  }

  /** Returns the same options for one metadata, the value of {@code target_metadata}. */
  public ReadOptions withMetadata(Optional<Value> other) {
    return new ReadOptions(dialect, spelling, versions, foreign, other);
  }

  /** Returns the same options with other library versions. */
  public ReadOptions withVersions(LibraryVersions other) {
    return new ReadOptions(dialect, spelling, other, foreign, metadata);
  }

  /** Returns the same options with other packages told by their files. */
  public ReadOptions withForeign(Predicate<String> other) {
    return new ReadOptions(dialect, spelling, versions, other, metadata);
  }

  /** Returns how long a generated name may be, in characters, before it is cut. */
  public int maximumIdentifierLength() {
    return switch (dialect) {
      case POSTGRESQL -> 63;
      case MYSQL, MARIADB -> 64;
      case SQLITE -> 9999;
    };
  }
}
