package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** Constants of the standard library. */
final class LibraryConstants {
  /** The version that programs are taken to run under. */
  private static final Value VERSION =
      new Value.TupleOf(
          List.of(
              Value.Int.of(3),
              Value.Int.of(13),
              Value.Int.of(0),
              new Value.Str("final"),
              Value.Int.of(0)));

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private static final Map<String, Value> CONSTANTS =
      Map.ofEntries(
          Map.entry("sys.version_info", VERSION),
          Map.entry("sys.platform", new Value.Str("linux")),
          Map.entry("sys.maxsize", Value.Int.of(Long.MAX_VALUE)),
          Map.entry("sys.byteorder", new Value.Str("little")),
          Map.entry("os.name", new Value.Str("posix")),
          Map.entry("os.sep", new Value.Str("/")),
          Map.entry("os.path.sep", new Value.Str("/")),
          Map.entry("os.linesep", new Value.Str("\n")),
          Map.entry("os.curdir", new Value.Str(".")),
          Map.entry("os.pardir", new Value.Str("..")),
          Map.entry("string.ascii_lowercase", new Value.Str(LOWER)),
          Map.entry("string.ascii_uppercase", new Value.Str(UPPER)),
          Map.entry("string.ascii_letters", new Value.Str(LOWER + UPPER)),
          Map.entry("string.digits", new Value.Str("0123456789")),
          Map.entry("string.hexdigits", new Value.Str("0123456789abcdefABCDEF")),
          Map.entry("string.octdigits", new Value.Str("01234567")),
          Map.entry("string.punctuation", new Value.Str(PUNCTUATION)),
          Map.entry("string.whitespace", new Value.Str(" \t\n\r\u000b\f")),
          Map.entry("math.pi", new Value.Float(Math.PI)),
          Map.entry("math.e", new Value.Float(Math.E)),
          Map.entry("re.IGNORECASE", Value.Int.of(2)),
          Map.entry("re.I", Value.Int.of(2)),
          Map.entry("re.MULTILINE", Value.Int.of(8)),
          Map.entry("re.M", Value.Int.of(8)),
          Map.entry("re.DOTALL", Value.Int.of(16)),
          Map.entry("re.S", Value.Int.of(16)),
          Map.entry("re.UNICODE", Value.Int.of(32)),
          Map.entry("re.U", Value.Int.of(32)),
          Map.entry("re.VERBOSE", Value.Int.of(64)),
          Map.entry("re.X", Value.Int.of(64)),
          Map.entry("re.ASCII", Value.Int.of(256)),
          Map.entry("re.A", Value.Int.of(256)));

  private LibraryConstants() {}

  /** Returns the constant of that dotted name. */
  static Optional<Value> find(String dotted) {
    return Optional.ofNullable(CONSTANTS.get(dotted));
  }

  /** Returns the constant of that dotted name, or its symbol. */
  static Value symbol(String dotted) {
    Value constant = CONSTANTS.get(dotted);
    return constant == null ? new Value.Symbol(dotted) : constant;
  }

  /** Returns a named part of the version. */
  static Optional<Value> versionPart(Value of, String name) {
    if (!of.equals(VERSION) || !(of instanceof Value.TupleOf(List<Value> parts))) {
      return Optional.empty();
    }
    return switch (name) {
      case "major" -> Optional.of(parts.get(0));
      case "minor" -> Optional.of(parts.get(1));
      case "micro" -> Optional.of(parts.get(2));
      default -> Optional.empty();
    };
  }
}
