package limbeck.python.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import limbeck.python.value.Value;

/** {@code hashlib.md5(…).hexdigest()} and its like. */
final class Hashing {
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "hashlib.md5", "MD5",
          "hashlib.sha1", "SHA-1",
          "hashlib.sha224", "SHA-224",
          "hashlib.sha256", "SHA-256",
          "hashlib.sha384", "SHA-384",
          "hashlib.sha512", "SHA-512");

  private Hashing() {}

  static void register(Map<String, Native> functions) {
    for (String name : ALGORITHMS.keySet()) {
      functions.put(
          name,
          arguments ->
              new Value.Call(
                  new Value.Symbol(name),
                  List.of(
                      new Value.Bytes(
                          arguments.size() == 0 ? "" : BytesMethods.bytes(arguments.get(0)))),
                  Map.of(),
                  arguments.at()));
    }
  }

  static boolean hasMethod(Value.Call call, String name) {
    return name.equals("hexdigest") && ALGORITHMS.containsKey(call.name());
  }

  /** Returns the digest of a hash object in hexadecimal digits. */
  static Value digest(Value.Call of, Arguments arguments) {
    String algorithm = ALGORITHMS.get(of.name());
    if (algorithm == null || of.arguments().size() != 1) {
      throw NotFoldable.symbolic();
    }
    String bytes = BytesMethods.bytes(of.arguments().getFirst());
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return new Value.Str(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException absent) {
      return new Value.Unknown(algorithm + " is not available", arguments.at());
    }
  }
}
