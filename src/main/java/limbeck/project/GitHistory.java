package limbeck.project;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What git knows of the folder a project lies in: which commit brought a file, and files as a
 * commit holds them. The program {@code git} is asked when that is first needed, never over the
 * network, and only for so long; what it does not tell is unknown.
 */
public final class GitHistory {
  private static final long LOG_SECONDS = 20;
  private static final long FILES_SECONDS = 120;

  /** A command line has room for so many names; more are not told apart. */
  private static final int MOST_NAMES = 500;

  private final Path top;
  private final Map<String, Optional<Item>> items = new HashMap<>();
  private @Nullable Process reader;

  private GitHistory(Path top) {
    this.top = top;
  }

  /** A file or folder of a commit. */
  static final class Item {
    private final boolean folder;
    private final byte[] content;
    private final int hash;

    private Item(boolean folder, byte[] content, int hash) {
      this.folder = folder;
      this.content = content;
      this.hash = hash;
    }

    /** Returns whether it is a folder. */
    boolean folder() {
      return folder;
    }

    /** Returns a file's bytes, or a folder's entries in git's own form. */
    byte[] content() {
      return content;
    }

    /** Returns how many bytes an entry's hash has. */
    int hash() {
      return hash;
    }
  }

  /** Returns the history of the working tree that a folder lies in, if it lies in one. */
  public static Optional<GitHistory> around(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(new GitHistory(at));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the commit that the working tree is based on, as far as its files tell without git;
   * empty where they keep it in another way.
   */
  public Optional<String> head() {
    try {
      Path own = top.resolve(".git");
      if (Files.isRegularFile(own)) {
        String link = Files.readString(own).strip();
        own = top.resolve(link.startsWith("gitdir:") ? link.substring(7).strip() : link);
      }
      String head = Files.readString(own.resolve("HEAD")).strip();
      if (!head.startsWith("ref:")) {
        return commit(head);
      }
      String name = head.substring(4).strip();
      Path shared = own.resolve("commondir");
      Path common =
          Files.isRegularFile(shared) ? own.resolve(Files.readString(shared).strip()) : own;
      for (Path folder : List.of(own, common)) {
        if (Files.isRegularFile(folder.resolve(name))) {
          return commit(Files.readString(folder.resolve(name)).strip());
        }
      }
      return Files.readString(common.resolve("packed-refs"))
          .lines()
          .filter(it -> it.endsWith(" " + name))
          .findFirst()
          .flatMap(it -> commit(it.substring(0, it.indexOf(' '))));
    } catch (IOException | RuntimeException otherwise) {
      // Another layout, such as reftable: git itself is asked then.
      return Optional.empty();
    }
  }

  private static Optional<String> commit(String text) {
    return Optional.of(text).filter(it -> it.matches("[0-9a-f]{40,64}"));
  }

  /**
   * Returns the commit that first brought a file of each name, in whatever folder it lay then; a
   * name that no commit holds is left out. Empty when git does not tell.
   *
   * @param names of files, without folders
   */
  public Optional<Map<String, String>> origins(Collection<String> names) {
    List<String> command = command();
    command.addAll(
        List.of("log", "--no-renames", "--diff-filter=A", "--no-ext-diff", "--no-textconv"));
    command.addAll(List.of("--name-only", "--format=:%H", "HEAD", "--"));
    if (names.size() > MOST_NAMES) {
      command.add(":(top,glob)**/*.py");
    } else {
      names.forEach(it -> command.add(":(top,glob)**/" + it));
    }
    Optional<String> answer = run(command);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> result = new LinkedHashMap<>();
    String commit = "";
    // Newest first: of several commits that brought the name, the oldest stays.
    for (String line : answer.get().lines().toList()) {
      if (line.startsWith(":")) {
        commit = line.substring(1);
      } else if (!line.isEmpty()) {
        result.put(line.substring(line.lastIndexOf('/') + 1), commit);
      }
    }
    result.keySet().retainAll(names);
    return cutOff()
        .map(
            edges -> {
              // Where the history was cut off, everything seems to be new.
              result.values().removeIf(edges::contains);
              return result;
            });
  }

  /** Returns the commits before which a shallow clone holds nothing; empty when not told. */
  private Optional<List<String>> cutOff() {
    List<String> command = command();
    command.addAll(List.of("rev-parse", "--git-path", "shallow"));
    return run(command)
        .map(
            it -> {
              try {
                Path file = top.resolve(it.strip());
                return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
              } catch (IOException e) {
                return List.of();
              }
            });
  }

  /** Returns a file or folder as a commit holds it; empty when it does not. */
  Optional<Item> item(String commit, Path path) {
    Path inside = path.toAbsolutePath().normalize();
    if (!inside.startsWith(top)) {
      return Optional.empty();
    }
    String name = top.relativize(inside).toString().replace('\\', '/');
    return items.computeIfAbsent(commit + ":" + name, this::ask);
  }

  private Optional<Item> ask(String name) {
    if (name.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    try {
      Process process = reader();
      OutputStream questions = process.getOutputStream();
      questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
      questions.flush();
      return answer(process.getInputStream());
    } catch (IOException gone) {
      // Killed after its time, or not to be started: what it would have told stays unknown.
      return Optional.empty();
    }
  }

  private static Optional<Item> answer(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return Optional.empty();
      }
      line.append((char) c);
    }
    String[] words = line.toString().split(" ", -1);
    if (words.length != 3 || !words[2].matches("[0-9]+")) {
      return Optional.empty();
    }
    byte[] content = in.readNBytes(Integer.parseInt(words[2]));
    in.read();
    return Optional.of(new Item(words[1].equals("tree"), content, words[0].length() / 2));
  }

  private Process reader() throws IOException {
    Process running = reader;
    if (running == null) {
      List<String> command = command();
      command.addAll(List.of("cat-file", "--batch"));
      running = start(command, FILES_SECONDS);
      Process ended = running;
      Runtime.getRuntime().addShutdownHook(new Thread(ended::destroyForcibly));
      reader = running;
    }
    return running;
  }

  private static List<String> command() {
    return new ArrayList<>(
        List.of(
            "-c",
            "core.quotePath=false",
            "-c",
            "protocol.allow=never",
            "-c",
            "log.showSignature=false"));
  }

  private Process start(List<String> command, long seconds) throws IOException {
    ProcessBuilder builder = GitCommand.of(top, command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    Process process = builder.start();
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(process::destroyForcibly);
    return process;
  }

  private Optional<String> run(List<String> command) {
    try {
      Process process = start(command, LOG_SECONDS);
      process.getOutputStream().close();
      byte[] output = new BufferedInputStream(process.getInputStream()).readAllBytes();
      return process.waitFor() == 0
          ? Optional.of(new String(output, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
