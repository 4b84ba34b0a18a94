package limbeck.workflow.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.project.FileState;
import limbeck.project.ScriptFile;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.SourceFile;

/** The headers of scripts, by the scripts' paths, with what tells whether they are the same. */
public final class HeaderCache {
  private final CacheFile file;
  private final Map<String, Entry> known;
  private final List<String> met = new ArrayList<>();
  private boolean changed;

  private record Entry(
      Optional<FileState> state,
      String content,
      RevisionId id,
      List<RevisionId> parents,
      List<String> dependsOn,
      List<String> labels,
      String message,
      String createDate) {
    Entry as(Optional<FileState> now) {
      return new Entry(now, content, id, parents, dependsOn, labels, message, createDate);
    }

    boolean isOf(ScriptFile script) {
      return state.isPresent()
          && script.state().isPresent()
          && state.get().isSame(script.state().get());
    }
  }

  /**
   * Opens it.
   *
   * @param key which scripts these are
   */
  public HeaderCache(CacheFolder folder, String key) {
    this.file = new CacheFile(folder, "headers", key);
    this.known = file.read(HeaderCache::read).orElseGet(HashMap::new);
  }

  /** What tells a script's text from others. */
  private static String content(SourceFile script) {
    return CacheFile.digest(script.text());
  }

  /**
   * Returns the header of a script, when a script of this content has been read before. The script
   * is opened only when the file system cannot tell that it is the same.
   */
  public Optional<RevisionHeader> find(ScriptFile script) {
    String path = script.source().path();
    Entry entry = known.get(path);
    if (entry == null) {
      return Optional.empty();
    }
    if (!entry.isOf(script)) {
      if (!entry.content().equals(content(script.source()))) {
        known.remove(path);
        changed = true;
        return Optional.empty();
      }
      Optional<FileState> now = settled(script);
      changed |= !now.equals(entry.state());
      entry = entry.as(now);
      known.put(path, entry);
    }
    met.add(path);
    return Optional.of(
        new RevisionHeader(
            entry.id(),
            entry.parents(),
            entry.dependsOn(),
            entry.labels(),
            entry.message(),
            entry.createDate(),
            script.source()));
  }

  /** Takes a header in that depends on nothing but its script. */
  public void add(ScriptFile script, RevisionHeader header) {
    changed = true;
    met.add(script.source().path());
    known.put(
        script.source().path(),
        new Entry(
            settled(script),
            content(script.source()),
            header.id(),
            header.parents(),
            header.dependsOn(),
            header.branchLabels(),
            header.message(),
            header.createDate()));
  }

  private static Optional<FileState> settled(ScriptFile script) {
    return script.state().filter(it -> it.isSettled(System.currentTimeMillis()));
  }

  /** Returns what tells a script's text from others, without opening it if that is known. */
  public String contentOf(SourceFile script) {
    Entry entry = known.get(script.path());
    return entry == null ? content(script) : entry.content();
  }

  /** Keeps the headers met; those of scripts that are gone are forgotten. */
  public void save() {
    if (changed || met.size() != known.size()) {
      known.keySet().retainAll(new HashSet<>(met));
      file.write(out -> write(known, out));
    }
  }

  private static Map<String, Entry> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<String, Entry> result = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      String path = text(in);
      Optional<FileState> state =
          in.readBoolean()
              ? Optional.of(new FileState(in.readLong(), in.readLong(), in.readLong()))
              : Optional.empty();
      result.put(
          path,
          new Entry(
              state,
              text(in),
              new RevisionId(text(in)),
              ids(texts(in)),
              texts(in),
              texts(in),
              text(in),
              text(in)));
    }
    return result;
  }

  private static void write(Map<String, Entry> entries, DataOutputStream out) throws IOException {
    out.writeInt(entries.size());
    for (Map.Entry<String, Entry> it : entries.entrySet()) {
      Entry entry = it.getValue();
      text(it.getKey(), out);
      out.writeBoolean(entry.state().isPresent());
      if (entry.state().isPresent()) {
        FileState state = entry.state().get();
        out.writeLong(state.size());
        out.writeLong(state.changed());
        out.writeLong(state.inode());
      }
      text(entry.content(), out);
      text(entry.id().text(), out);
      texts(entry.parents().stream().map(RevisionId::text).toList(), out);
      texts(entry.dependsOn(), out);
      texts(entry.labels(), out);
      text(entry.message(), out);
      text(entry.createDate(), out);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count == 0) {
      return List.of();
    }
    if (count == 1) {
      return List.of(text(in));
    }
    List<String> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(text(in));
    }
    return List.copyOf(result);
  }

  private static List<RevisionId> ids(List<String> texts) {
    return texts.size() == 1
        ? List.of(new RevisionId(texts.getFirst()))
        : texts.stream().map(RevisionId::new).toList();
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text, out);
    }
  }

  /** Decoded at once, which is faster than {@link DataInputStream#readUTF()} by far. */
  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return "";
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
