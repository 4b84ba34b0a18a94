package limbeck.python.evaluate;

import java.util.Set;

/** Libraries whose meaning is known here or to the readers, so that their source is not read. */
final class Libraries {
  private static final Set<String> KNOWN =
      Set.of(
          "abc",
          "alembic",
          "asyncio",
          "builtins",
          "collections",
          "contextlib",
          "copy",
          "dataclasses",
          "datetime",
          "decimal",
          "enum",
          "functools",
          "glob",
          "hashlib",
          "importlib",
          "inspect",
          "io",
          "itertools",
          "json",
          "logging",
          "math",
          "operator",
          "os",
          "pathlib",
          "pkgutil",
          "pydantic",
          "pydantic_core",
          "pydantic_settings",
          "random",
          "re",
          "sqlalchemy",
          "sqlmodel",
          "string",
          "sys",
          "textwrap",
          "time",
          "types",
          "typing",
          "typing_extensions",
          "uuid",
          "warnings",
          "zoneinfo");

  /** Children of Alembic itself; projects have folders of that name beside it. */
  private static final Set<String> ALEMBIC =
      Set.of(
          "autogenerate",
          "command",
          "config",
          "context",
          "ddl",
          "environment",
          "migration",
          "op",
          "operations",
          "runtime",
          "script",
          "templates",
          "testing",
          "util",
          "version");

  /** Modules of Python 2 and of other systems, which programs try and do without. */
  private static final Set<String> ABSENT =
      Set.of(
          "ConfigParser",
          "Queue",
          "StringIO",
          "__builtin__",
          "_winapi",
          "_winreg",
          "cPickle",
          "cStringIO",
          "exceptions",
          "httplib",
          "msvcrt",
          "nt",
          "urllib2",
          "urlparse",
          "winreg",
          "winsound");

  private Libraries() {}

  /** Tells whether an import of it fails under Python 3 on Linux. */
  static boolean absent(String dottedName) {
    return ABSENT.contains(dottedName);
  }

  /** Tells whether a dotted name lies in such a library. */
  static boolean known(String dottedName) {
    String[] parts = dottedName.split("\\.");
    if (parts.length > 1 && parts[0].equals("alembic")) {
      return ALEMBIC.contains(parts[1]);
    }
    return parts.length > 0 && KNOWN.contains(parts[0]);
  }
}
