package limbeck.workflow.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which commit brought which file, as found out when a commit was checked out. */
public final class CommitCache {
  private final CacheFile file;

  /**
   * Opens it.
   *
   * @param key which project
   */
  public CommitCache(CacheFolder folder, String key) {
    this.file = new CacheFile(folder, "commits", key);
  }

  /** Returns commits by file; empty when nothing is known of this head. */
  public Optional<Map<String, String>> find(String head) {
    return file.read(
            in -> {
              if (!in.readUTF().equals(head)) {
                return Optional.<Map<String, String>>empty();
              }
              Map<String, String> result = new HashMap<>();
              for (int left = in.readInt(); left > 0; left--) {
                result.put(in.readUTF(), in.readUTF());
              }
              return Optional.of(result);
            })
        .flatMap(it -> it);
  }

  /** Keeps commits by file. */
  public void save(String head, Map<String, String> commits) {
    file.write(
        out -> {
          out.writeUTF(head);
          out.writeInt(commits.size());
          for (Map.Entry<String, String> entry : commits.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
          }
        });
  }
}
