package limbeck.python.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import limbeck.python.value.Value;

/** Methods of {@code bytes}. */
final class BytesMethods {
  static final Set<String> NAMES = Set.of("decode", "hex", "startswith", "endswith");

  private BytesMethods() {}

  static Value call(String bytes, String name, Arguments arguments) {
    return switch (name) {
      case "decode" -> new Value.Str(decoded(bytes, arguments));
      case "hex" ->
          new Value.Str(HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      case "startswith" -> new Value.Bool(bytes.startsWith(bytes(arguments.get(0))));
      case "endswith" -> new Value.Bool(bytes.endsWith(bytes(arguments.get(0))));
      default -> throw NotFoldable.symbolic();
    };
  }

  /** Returns known bytes, one per char. */
  static String bytes(Value value) {
    if (value instanceof Value.Bytes(String bytes)) {
      return bytes;
    }
    throw NotFoldable.because(value);
  }

  private static String decoded(String bytes, Arguments arguments) {
    String encoding =
        arguments.optionalText(0, "encoding").orElse("utf-8").toLowerCase(Locale.ROOT);
    byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return switch (encoding.replace('_', '-')) {
      case "utf-8", "utf8" -> {
        String text = new String(raw, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
          throw NotFoldable.symbolic();
        }
        yield text;
      }
      case "latin-1", "latin1", "iso-8859-1" -> bytes;
      case "ascii", "us-ascii" -> {
        if (bytes.chars().anyMatch(c -> c > 127)) {
          throw NotFoldable.symbolic();
        }
        yield bytes;
      }
      default -> throw NotFoldable.symbolic();
    };
  }
}
