package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import limbeck.python.ModuleSource;
import limbeck.python.syntax.SyntaxTree;
import limbeck.read.script.ScriptReader;
import limbeck.read.script.UsedDefinitions;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.workflow.cache.LookUps;

/**
 * The application as each revision found it: a script that uses a class, a constant or a function
 * of the application is read with these as they were in the commit that brought the script, when
 * git has it and they have changed since.
 */
final class ApplicationThen {
  private final Workspace workspace;
  private final ScriptReader today;
  private final ScriptCommits commits;
  private final LookUps lookUps;
  private final Function<ModelSourceOf, ScriptReader> readers;
  private final UsedDefinitions now;
  private final Map<String, ScriptReader> byDefinitions = new HashMap<>();
  private final Map<String, UsedDefinitions> byCommit = new HashMap<>();
  private final Map<RevisionId, Chosen> chosen = new HashMap<>();
  private boolean askedForAll;

  private record Chosen(ScriptReader reader, ApplicationAsOf asOf) {}

  /**
   * Chooses among readers.
   *
   * @param today reads scripts with the application as it is
   * @param readers makes one that reads with other sources
   */
  ApplicationThen(
      Workspace workspace,
      ScriptReader today,
      ScriptCommits commits,
      LookUps lookUps,
      ModuleSource own,
      Function<ModelSourceOf, ScriptReader> readers) {
    this.workspace = workspace;
    this.today = today;
    this.commits = commits;
    this.lookUps = lookUps;
    this.readers = readers;
    this.now = new UsedDefinitions(own);
  }

  /** Returns who reads a script. */
  ScriptReader reader(RevisionHeader header) {
    return choose(header).reader();
  }

  /** Returns which state of the application a script is read with. */
  ApplicationAsOf asOf(RevisionHeader header) {
    return choose(header).asOf();
  }

  private Chosen choose(RevisionHeader header) {
    return chosen.computeIfAbsent(header.id(), _ -> found(header));
  }

  private Chosen found(RevisionHeader header) {
    SyntaxTree tree = workspace.scripts().parsed().parse(header.file());
    SortedMap<String, String> used = now.of(tree);
    boolean whole = header.file().text().contains("_all(");
    if (used.isEmpty()) {
      return new Chosen(today, new ApplicationAsOf.Unchanged());
    }
    askForAll();
    String commit = lookUps.commit(header.file().path());
    if (commit.isEmpty()) {
      // Not committed yet: today is its own time.
      return new Chosen(today, new ApplicationAsOf.Unchanged());
    }
    if (commit.equals(ScriptCommits.UNKNOWN) || commits.git().isEmpty()) {
      return new Chosen(today, new ApplicationAsOf.Today(List.copyOf(used.keySet())));
    }
    ModelSourceOf then = workspace.sources().at(commits.git().get(), commit);
    SortedMap<String, String> usedThen =
        byCommit.computeIfAbsent(commit, _ -> new UsedDefinitions(then.modules().own())).of(tree);
    List<String> changed = differing(used, usedThen);
    if (changed.isEmpty() && !whole) {
      return new Chosen(today, new ApplicationAsOf.Unchanged());
    }
    // A whole MetaData holds more than what the script names; only its own commit tells what.
    String key = whole ? commit : usedThen.toString();
    return new Chosen(
        byDefinitions.computeIfAbsent(key, _ -> readers.apply(then)),
        new ApplicationAsOf.Commit(commit, changed));
  }

  private static List<String> differing(
      SortedMap<String, String> one, SortedMap<String, String> other) {
    SortedMap<String, String> all = new TreeMap<>(one);
    all.putAll(other);
    List<String> result = new ArrayList<>();
    for (String name : all.keySet()) {
      if (!Optional.ofNullable(one.get(name)).equals(Optional.ofNullable(other.get(name)))) {
        result.add(name);
      }
    }
    return result;
  }

  /** One question to git for all scripts that are being read anew. */
  private void askForAll() {
    if (!askedForAll) {
      askedForAll = true;
      Scripts scripts = workspace.scripts();
      commits.ask(
          scripts.headers().stream()
              .map(RevisionHeader::file)
              .filter(scripts.parsed()::has)
              .filter(it -> !now.of(scripts.parsed().parse(it)).isEmpty())
              .map(limbeck.text.SourceFile::path)
              .toList());
    }
  }
}
