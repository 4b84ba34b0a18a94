package limbeck.python.evaluate;

import java.util.IdentityHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.SyntaxTree;
import limbeck.text.SourceFile;

/**
 * Files that will be imported soon, parsed on another core while modules are evaluated: evaluation
 * itself has to follow the order of the imports.
 */
final class ParsedAhead {
  private final IdentityHashMap<SourceFile, FutureTask<SyntaxTree>> under = new IdentityHashMap<>();

  /** Begins to parse a file whose module will be evaluated. */
  void begin(SourceFile file) {
    if (!under.containsKey(file)) {
      FutureTask<SyntaxTree> task = new FutureTask<>(() -> Parser.parse(file));
      under.put(file, task);
      ForkJoinPool.commonPool().execute(task);
    }
  }

  /** Returns the tree of a file; parses it here when nobody has begun to. */
  SyntaxTree take(SourceFile file) {
    FutureTask<SyntaxTree> task = under.remove(file);
    if (task == null) {
      return Parser.parse(file);
    }
    task.run();
    try {
      return task.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return Parser.parse(file);
    } catch (ExecutionException failure) {
      // Here it fails the same way, or has the stack that the other thread lacked.
      return Parser.parse(file);
    }
  }
}
