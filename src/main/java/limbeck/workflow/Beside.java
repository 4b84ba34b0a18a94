package limbeck.workflow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that another core does meanwhile. */
final class Beside {
  private Beside() {}

  /** Waits for a result; what went wrong is thrown as it would have been here. */
  static <T> T result(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      if (e.getCause() instanceof Error own) {
        throw own;
      }
      throw e;
    }
  }
}
