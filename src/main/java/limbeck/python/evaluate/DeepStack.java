package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs actions on a thread with a stack for deeply nested programs. */
final class DeepStack {
  private static final long STACK_BYTES = 256L << 20;

  private @Nullable Thread thread;

  /** Runs an action; one that starts inside another runs on the same thread. */
  <T> T run(Supplier<T> action) {
    if (Thread.currentThread().equals(thread)) {
      return action.get();
    }
    List<T> result = new ArrayList<>(1);
    List<Throwable> failure = new ArrayList<>(1);
    Thread outer = thread;
    Thread runner =
        new Thread(null, () -> attempt(action, result, failure), "evaluator", STACK_BYTES);
    thread = runner;
    try {
      runner.start();
      join(runner);
    } finally {
      thread = outer;
    }
    if (!failure.isEmpty()) {
      rethrow(failure.getFirst());
    }
    return result.getFirst();
  }

  private static <T> void attempt(Supplier<T> action, List<T> result, List<Throwable> failure) {
    try {
      result.add(action.get());
    } catch (RuntimeException | Error thrown) {
      failure.add(thrown);
    }
  }

  private static void join(Thread runner) {
    boolean interrupted = false;
    while (true) {
      try {
        runner.join();
        break;
      } catch (InterruptedException interruption) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable thrown) {
    switch (thrown) {
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      default -> throw new IllegalStateException(thrown);
    }
  }
}
