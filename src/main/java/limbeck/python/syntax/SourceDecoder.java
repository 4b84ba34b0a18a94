package limbeck.python.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.text.SourceFile;

/**
 * Turns the bytes of a Python file into text, by its byte order mark and coding cookie (PEP 263).
 */
public final class SourceDecoder {
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

  /** Python's names for encodings that Java calls otherwise. */
  private static final Map<String, String> JAVA_NAMES =
      Map.of(
          "utf-8-sig", "UTF-8",
          "mac-roman", "x-MacRoman",
          "mac-cyrillic", "x-MacCyrillic",
          "mac-greek", "x-MacGreek",
          "mac-turkish", "x-MacTurkish",
          "iso8859-1", "ISO-8859-1",
          "shift-jisx0213", "x-SJIS_0213");

  private SourceDecoder() {}

  /** What became of the bytes. */
  public sealed interface Decoded {}

  /**
   * Text.
   *
   * @param file the text without its byte order mark
   * @param charset how to write it back
   * @param byteOrderMark whether to write the mark of UTF-8 before it
   */
  public record Text(SourceFile file, Charset charset, boolean byteOrderMark) implements Decoded {}

  /**
   * Bytes that Python would not read either.
   *
   * @param message what is wrong, one line
   * @param offset the first wrong byte, from the beginning of the file; 0 when it is the encoding's
   *     name that is wrong
   */
  public record Undecodable(String message, int offset) implements Decoded {}

  /** Decodes a file's bytes; the path only names the result. */
  public static Decoded decode(String path, byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    int from = mark ? 3 : 0;
    Optional<String> cookie = cookie(bytes, from);
    if (cookie.isEmpty()) {
      return decode(path, bytes, from, StandardCharsets.UTF_8, mark);
    }
    String name = cookie.get();
    Optional<Charset> charset = charset(name);
    if (charset.isEmpty()) {
      return new Undecodable("unknown encoding: " + name, 0);
    }
    if (mark && !plain(name).equals("utf-8")) {
      return new Undecodable("encoding problem: " + name + " with BOM", 0);
    }
    return decode(path, bytes, from, charset.get(), mark);
  }

  /** Looks at the first two lines only, at the second only below a comment or a blank line. */
  private static Optional<String> cookie(byte[] bytes, int from) {
    int start = from;
    for (int line = 0; line < 2; line++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
      Matcher matcher = COOKIE.matcher(text);
      if (matcher.find()) {
        return Optional.ofNullable(matcher.group(1));
      }
      if (!BLANK.matcher(text).find()) {
        return Optional.empty();
      }
      boolean two = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
      start = Math.min(bytes.length, end + (two ? 2 : 1));
    }
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Charset> charset(String name) {
    String plain = plain(name);
    if (plain.equals("utf-8") || plain.startsWith("utf-8-")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (plain.equals(latin) || plain.startsWith(latin + "-")) {
        return Optional.of(StandardCharsets.ISO_8859_1);
      }
    }
    try {
      return Optional.of(Charset.forName(JAVA_NAMES.getOrDefault(plain, plain)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Decoded decode(
      String path, byte[] bytes, int from, Charset charset, boolean mark) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      CharBuffer text = decoder.decode(input);
      return new Text(new SourceFile(path, text.toString()), charset, mark);
    } catch (CharacterCodingException malformed) {
      return undecodable(bytes, from, charset);
    }
  }

  private static Undecodable undecodable(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(input, output, true);
    int offset = input.position();
    int wrong = offset < bytes.length ? bytes[offset] & 0xff : 0;
    String name = charset.name().toLowerCase(Locale.ROOT);
    return new Undecodable(
        String.format(
            Locale.ROOT,
            "'%s' codec can't decode byte 0x%02x in position %d%s",
            name,
            wrong,
            offset,
            result.isUnmappable() ? ": character maps to <undefined>" : ""),
        offset);
  }
}
