package limbeck.read.value;

import java.util.Set;

/** Packages of which it is known which of their functions make columns. */
final class KnownPackages {
  private static final Set<String> LIBRARIES =
      Set.of("sqlalchemy", "sqlmodel", "pydantic", "pydantic_core", "flask_sqlalchemy", "alembic");

  /** Modules of Python's standard library that models take values from. */
  private static final Set<String> STANDARD =
      Set.of(
          """
          abc array base64 binascii builtins calendar codecs collections contextlib copy
          dataclasses datetime decimal enum fractions functools hashlib hmac html inspect io
          ipaddress itertools json locale logging math mimetypes numbers operator os pathlib
          platform pprint random re secrets socket statistics string struct sys tempfile textwrap
          threading time types typing typing_extensions unicodedata urllib uuid warnings weakref
          zlib zoneinfo\
          """
              .split("\\s+"));

  private KnownPackages() {}

  /** Returns whether a dotted name belongs to one of them. */
  static boolean holds(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    String first = dot < 0 ? qualifiedName : qualifiedName.substring(0, dot);
    return LIBRARIES.contains(first) || STANDARD.contains(first);
  }
}
