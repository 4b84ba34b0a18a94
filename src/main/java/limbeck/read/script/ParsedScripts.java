package limbeck.read.script;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.SyntaxTree;
import limbeck.text.SourceFile;

/**
 * Scripts that have been parsed for their headers and wait to be read in full: each is parsed once.
 *
 * <p>Files may be parsed by several threads.
 */
public final class ParsedScripts {
  private final Map<SourceFile, SyntaxTree> waiting = new ConcurrentHashMap<>();

  /** Parses a file and keeps the tree. */
  public SyntaxTree parse(SourceFile file) {
    return waiting.computeIfAbsent(file, Parser::parse);
  }

  /** Returns whether a file has been parsed and its tree not been taken. */
  public boolean has(SourceFile file) {
    return waiting.containsKey(file);
  }

  /** Returns the tree of a file, and keeps it no longer. */
  SyntaxTree take(SourceFile file) {
    return Optional.ofNullable(waiting.remove(file)).orElseGet(() -> Parser.parse(file));
  }
}
