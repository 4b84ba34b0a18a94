package limbeck.workflow.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.SourceFile;

/** The headers of scripts, by the scripts' content. */
public final class HeaderCache {
  private final CacheFile file;
  private final Map<String, Entry> known;
  private final Map<String, Entry> met = new HashMap<>();
  private boolean changed;

  private record Entry(
      String id,
      List<String> parents,
      List<String> dependsOn,
      List<String> labels,
      String message,
      String createDate) {}

  /**
   * Opens it.
   *
   * @param key which scripts these are
   */
  public HeaderCache(CacheFolder folder, String key) {
    this.file = new CacheFile(folder, "headers", key);
    this.known = file.read(HeaderCache::read).orElse(Map.of());
  }

  /**
   * What tells a script from others and from itself before a change: its path, its length and two
   * independent checksums, which take a tenth of the time of a cryptographic one.
   */
  private static String content(SourceFile script) {
    byte[] bytes = script.text().getBytes(StandardCharsets.UTF_8);
    CRC32 one = new CRC32();
    one.update(bytes);
    CRC32C other = new CRC32C();
    other.update(bytes);
    return script.path() + ":" + bytes.length + ":" + one.getValue() + ":" + other.getValue();
  }

  /** Returns the header of a script, when a script of this content has been read before. */
  public Optional<RevisionHeader> find(SourceFile script) {
    String content = content(script);
    Entry entry = known.get(content);
    if (entry == null) {
      return Optional.empty();
    }
    met.put(content, entry);
    return Optional.of(
        new RevisionHeader(
            new RevisionId(entry.id()),
            entry.parents().stream().map(RevisionId::new).toList(),
            entry.dependsOn(),
            entry.labels(),
            entry.message(),
            entry.createDate(),
            script));
  }

  /** Takes a header in that depends on nothing but its script. */
  public void add(RevisionHeader header) {
    changed = true;
    met.put(
        content(header.file()),
        new Entry(
            header.id().text(),
            header.parents().stream().map(RevisionId::text).toList(),
            header.dependsOn(),
            header.branchLabels(),
            header.message(),
            header.createDate()));
  }

  /** Keeps the headers met; those of scripts that are gone are forgotten. */
  public void save() {
    if (changed || met.size() != known.size()) {
      file.write(out -> write(met, out));
    }
  }

  private static Map<String, Entry> read(DataInputStream in) throws IOException {
    Map<String, Entry> result = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String content = in.readUTF();
      result.put(
          content,
          new Entry(in.readUTF(), texts(in), texts(in), texts(in), in.readUTF(), in.readUTF()));
    }
    return result;
  }

  private static void write(Map<String, Entry> entries, DataOutputStream out) throws IOException {
    out.writeInt(entries.size());
    for (Map.Entry<String, Entry> it : entries.entrySet()) {
      Entry entry = it.getValue();
      out.writeUTF(it.getKey());
      out.writeUTF(entry.id());
      texts(entry.parents(), out);
      texts(entry.dependsOn(), out);
      texts(entry.labels(), out);
      out.writeUTF(entry.message());
      out.writeUTF(entry.createDate());
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(in.readUTF());
    }
    return result;
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }
}
