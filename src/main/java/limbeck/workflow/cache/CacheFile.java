package limbeck.workflow.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** A file of the cache: whole and of this build, or as good as absent. */
final class CacheFile {
  private static final int CHECKSUM_BYTES = Long.BYTES;

  private final Path path;
  private final String build;

  /**
   * Names a file.
   *
   * @param key what tells it from others
   */
  CacheFile(CacheFolder folder, String kind, String key) {
    this.path = folder.folder().resolve(digest(key).substring(0, 32) + "." + kind);
    this.build = folder.build();
  }

  /** Writes or reads the content. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Writes the content. */
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(hash(text));
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> Optional<T> read(Reader<T> reader) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      int length = bytes.length - CHECKSUM_BYTES;
      if (length < 0 || checksum(bytes, length) != stated(bytes, length)) {
        return Optional.empty();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
      return in.readUTF().equals(build) ? Optional.of(reader.read(in)) : Optional.empty();
    } catch (IOException | RuntimeException unusable) {
      // Absent, cut off, or written by something else: what it would have told is found anew.
      return Optional.empty();
    }
  }

  /** Writes the file beside its place first, so that nobody ever reads half of it. */
  void write(Writer writer) {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(buffer)) {
        out.writeUTF(build);
        writer.write(out);
        byte[] content = buffer.toByteArray();
        out.writeLong(checksum(content, content.length));
      }
      Files.createDirectories(path.getParent());
      Path temporary = Files.createTempFile(path.getParent(), "new", ".tmp");
      Files.write(temporary, buffer.toByteArray());
      Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cannotKeep) {
      // A folder that cannot be written keeps nothing; the next run is as slow as this one.
      return;
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static long stated(byte[] bytes, int length) {
    return java.nio.ByteBuffer.wrap(Arrays.copyOfRange(bytes, length, bytes.length)).getLong();
  }
}
