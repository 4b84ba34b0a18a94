package limbeck.workflow.cache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import limbeck.project.FileState;
import limbeck.python.ModuleSource;
import limbeck.text.SourceFile;

/** Modules and files as a program finds them, with a record of what it asked for and was given. */
public final class LookUps implements ModuleSource {
  private final ModuleSource source;
  private final UnaryOperator<String> commits;
  private final Map<Question, Supplier<String>> asked = new LinkedHashMap<>();
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final Map<String, Untouched> untouched = new HashMap<>();
  private final long start = System.currentTimeMillis();

  private record Question(Kind kind, String name) {}

  /** What is looked up. */
  enum Kind {
    /** A module. */
    MODULE,
    /** What a package holds. */
    CHILDREN,
    /** A file. */
    FILE,
    /** What a folder holds. */
    FOLDER,
    /** The commit that brought a script. */
    COMMIT
  }

  /**
   * What was asked for, and what was found.
   *
   * @param kind of what
   * @param name which one
   * @param content what tells what was found from other things; empty when nothing was
   */
  public record Answer(Kind kind, String name, String content) {}

  /**
   * A module's file as it was, so that its content need not be looked at when nothing has happened
   * to it.
   *
   * @param module its dotted name
   * @param path its file, as it is named to the user
   * @param isPackage whether it is a package
   * @param state of the file
   */
  public record Untouched(String module, String path, boolean isPackage, FileState state) {
    private boolean is(Found found) {
      return path.equals(found.file().path())
          && isPackage == found.isPackage()
          && FileState.ofFile(Path.of(path)).filter(state::isSame).isPresent();
    }
  }

  /**
   * Records what is asked of a source.
   *
   * @param commits returns the commit that brought a script, by the script's path
   */
  public LookUps(ModuleSource source, UnaryOperator<String> commits) {
    this.source = source;
    this.commits = commits;
  }

  /** Returns the commit that brought a script, which its steps may depend on. */
  public String commit(String script) {
    String found = commits.apply(script);
    asked.put(new Question(Kind.COMMIT, script), () -> found);
    return found;
  }

  /** Returns the scripts that a commit brought, as far as was asked. */
  public List<String> scriptsOf(String commit) {
    return asked.entrySet().stream()
        .filter(it -> it.getKey().kind() == Kind.COMMIT && it.getValue().get().equals(commit))
        .map(it -> it.getKey().name())
        .sorted()
        .toList();
  }

  /** Returns all answers so far. */
  public List<Answer> answers() {
    List<Answer> result = new ArrayList<>();
    asked.forEach(
        (question, found) -> result.add(new Answer(question.kind(), question.name(), found.get())));
    return result;
  }

  /** Takes answers in that were given before and still hold. */
  public void remember(List<Answer> answers) {
    answers.forEach(it -> asked.put(new Question(it.kind(), it.name()), it::content));
  }

  /** Returns whether the same question has the same answer now. */
  boolean still(Answer answer) {
    String now =
        switch (answer.kind()) {
          case MODULE -> {
            Optional<Found> found = search(answer.name());
            boolean same =
                found.isPresent()
                    && untouched.containsKey(answer.name())
                    && untouched.get(answer.name()).is(found.get());
            yield same ? answer.content() : content(found);
          }
          case CHILDREN -> SchemaCache.together(source.children(answer.name()));
          case FILE -> text(source.text(answer.name()));
          case FOLDER -> folder(source.names(answer.name()));
          case COMMIT -> commits.apply(answer.name());
        };
    return now.equals(answer.content());
  }

  /** Takes in which files were in which state when their answers were given. */
  void trust(List<Untouched> states) {
    states.forEach(it -> untouched.put(it.module(), it));
  }

  /**
   * Returns the state of the modules' files, as far as no change can have been missed: a file that
   * changed at most a moment before this run began may have changed again unseen.
   */
  public List<Untouched> states() {
    List<Untouched> result = new ArrayList<>();
    found.forEach(
        (module, it) ->
            FileState.ofFile(Path.of(it.file().path()))
                .filter(state -> state.isSettled(start))
                .ifPresent(
                    state ->
                        result.add(
                            new Untouched(module, it.file().path(), it.isPackage(), state))));
    return result;
  }

  /** Returns the files that were found, by their paths. */
  public Map<String, SourceFile> files() {
    Map<String, SourceFile> files = new HashMap<>();
    found.values().forEach(it -> files.put(it.file().path(), it.file()));
    return files;
  }

  /** Returns what tells a text from others. */
  public static String digest(String text) {
    return CacheFile.digest(text);
  }

  private Optional<Found> search(String dottedName) {
    Optional<Found> module = source.find(dottedName);
    module.ifPresent(it -> found.put(dottedName, it));
    return module;
  }

  private static String content(Optional<Found> found) {
    return found
        .map(it -> CacheFile.digest(it.isPackage() + it.file().path() + "\0" + it.file().text()))
        .orElse("");
  }

  private static String folder(Optional<List<String>> names) {
    return names.map(SchemaCache::together).orElse("");
  }

  private static String text(Optional<String> text) {
    return text.map(CacheFile::digest).orElse("");
  }

  @Override
  public Optional<Found> find(String dottedName) {
    Optional<Found> found = search(dottedName);
    asked.put(new Question(Kind.MODULE, dottedName), () -> content(found));
    return found;
  }

  @Override
  public List<String> children(String dottedName) {
    List<String> found = source.children(dottedName);
    asked.put(new Question(Kind.CHILDREN, dottedName), () -> SchemaCache.together(found));
    return found;
  }

  @Override
  public Optional<String> text(String path) {
    Optional<String> found = source.text(path);
    asked.put(new Question(Kind.FILE, path), () -> text(found));
    return found;
  }

  @Override
  public Optional<List<String>> names(String folder) {
    Optional<List<String>> found = source.names(folder);
    asked.put(new Question(Kind.FOLDER, folder), () -> folder(found));
    return found;
  }
}
