package limbeck.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.project.GitHistory;
import limbeck.project.Project;
import limbeck.workflow.cache.CacheFolder;
import limbeck.workflow.cache.CommitCache;

/** Which commit brought which script, asked of git once for each state of the project. */
final class ScriptCommits {
  /** What is said of a script when git does not tell its commit. */
  static final String UNKNOWN = "?";

  private final Optional<GitHistory> git;
  private final Optional<CommitCache> cache;
  private final Optional<String> head;
  private final Map<String, String> known = new HashMap<>();

  ScriptCommits(Project project, Optional<CacheFolder> folder) {
    this.git = GitHistory.around(project.root());
    this.head = git.flatMap(GitHistory::head);
    this.cache =
        folder.map(it -> new CommitCache(it, project.root().toAbsolutePath().normalize() + ""));
    head.flatMap(it -> cache.flatMap(kept -> kept.find(it))).ifPresent(known::putAll);
  }

  Optional<GitHistory> git() {
    return git;
  }

  /** Returns the commit of a script, {@link #UNKNOWN}, or nothing when it is not committed yet. */
  String of(String path) {
    ask(List.of(path));
    return known.getOrDefault(name(path), UNKNOWN);
  }

  /** Asks for several scripts at once. */
  void ask(Collection<String> paths) {
    List<String> names = new ArrayList<>();
    for (String path : paths) {
      if (!known.containsKey(name(path))) {
        names.add(name(path));
      }
    }
    if (names.isEmpty()) {
      return;
    }
    Optional<Map<String, String>> found = git.flatMap(it -> it.origins(names));
    for (String name : names) {
      known.put(name, found.map(it -> it.getOrDefault(name, "")).orElse(UNKNOWN));
    }
    if (found.isPresent() && head.isPresent()) {
      cache.ifPresent(it -> it.save(head.get(), known));
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
