package limbeck.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.python.syntax.SourceDecoder;
import limbeck.text.SourceFile;

/**
 * The folders as a commit holds them. What git does not hold at all, neither then nor now, is taken
 * from the disk: installed packages and generated files.
 *
 * @param git the history
 * @param commit which commit
 * @param disk the folders today
 * @param files names files to the user
 */
record CommittedTree(GitHistory git, String commit, DiskTree disk, ProjectFiles files)
    implements SourceTree {

  private Optional<GitHistory.Item> then(Path path) {
    return git.item(commit, path);
  }

  private boolean isKnownToGit(Path path) {
    return git.item("HEAD", path).isPresent();
  }

  @Override
  public boolean isFile(Path path) {
    Optional<GitHistory.Item> found = then(path);
    return found.isPresent() ? !found.get().folder() : disk.isFile(path) && !isKnownToGit(path);
  }

  @Override
  public boolean isFolder(Path path) {
    Optional<GitHistory.Item> found = then(path);
    return found.isPresent() ? found.get().folder() : disk.isFolder(path) && !isKnownToGit(path);
  }

  @Override
  public boolean holdsPython(Path folder) {
    return !modules(folder).isEmpty() || (disk.holdsPython(folder) && !isKnownToGit(folder));
  }

  @Override
  public SourceFile read(Path file) {
    Optional<GitHistory.Item> found = then(file);
    if (found.isEmpty()) {
      return disk.read(file);
    }
    String name = files.display(file);
    return switch (SourceDecoder.decode(name, found.get().content())) {
      case SourceDecoder.Text text -> text.file();
      case SourceDecoder.Undecodable _ -> new SourceFile(name, "");
    };
  }

  @Override
  public Optional<String> text(Path file) {
    Optional<GitHistory.Item> found = then(file);
    return found.isEmpty() ? disk.text(file) : SourceTree.decoded(found.get().content());
  }

  @Override
  public Set<String> names(Path folder) {
    Optional<GitHistory.Item> found = then(folder);
    return found.isPresent()
        ? entries(found.get()).keySet()
        : isKnownToGit(folder) ? Set.of() : disk.names(folder);
  }

  @Override
  public Set<String> modules(Path folder) {
    Optional<GitHistory.Item> found = then(folder);
    if (found.isEmpty()) {
      return isKnownToGit(folder) ? Set.of() : disk.modules(folder);
    }
    Set<String> result = new TreeSet<>();
    entries(found.get())
        .forEach(
            (name, isFolder) -> {
              if (!isFolder && name.endsWith(".py") && !name.equals("__init__.py")) {
                result.add(name.substring(0, name.length() - 3));
              } else if (isFolder && SourceTree.isIdentifier(name)) {
                result.add(name);
              }
            });
    return result;
  }

  /** A folder's entries in git's own form: mode, blank, name, zero, hash. */
  private static Map<String, Boolean> entries(GitHistory.Item folder) {
    Map<String, Boolean> result = new TreeMap<>();
    byte[] content = folder.content();
    int at = 0;
    while (folder.folder() && at < content.length) {
      int blank = indexOf(content, ' ', at);
      int zero = indexOf(content, '\0', blank);
      boolean isFolder = content[at] == '4';
      result.put(
          new String(content, blank + 1, zero - blank - 1, StandardCharsets.UTF_8), isFolder);
      at = zero + 1 + folder.hash();
    }
    return result;
  }

  private static int indexOf(byte[] content, char sought, int from) {
    int at = from;
    while (at < content.length && content[at] != sought) {
      at++;
    }
    return at;
  }
}
