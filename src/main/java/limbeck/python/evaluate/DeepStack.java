package limbeck.python.evaluate;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs actions on a thread with a stack for deeply nested programs. A history has thousands of
 * them, so the thread waits a while for the next one before it ends.
 */
final class DeepStack {
  private static final long STACK_BYTES = 256L << 20;
  private static final long IDLE_MILLISECONDS = 200;

  private @Nullable Worker worker;

  /** A thread that does what it is given, and ends when nothing comes for a while. */
  private static final class Worker {
    private final BlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean ended;

    private Worker() {
      thread = new Thread(null, this::work, "evaluator", STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
    }

    private void work() {
      try {
        FutureTask<?> task = next();
        while (task != null) {
          task.run();
          task = next();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        FutureTask<?> last = end();
        while (last != null) {
          last.run();
          last = end();
        }
      }
    }

    private @Nullable FutureTask<?> next() throws InterruptedException {
      FutureTask<?> task = tasks.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
      return task == null ? end() : task;
    }

    /** From here on nothing is taken; what came at the last moment is still done. */
    private synchronized @Nullable FutureTask<?> end() {
      FutureTask<?> last = tasks.poll();
      ended = last == null;
      return last;
    }

    /** Returns whether the task will be done. */
    private synchronized boolean give(FutureTask<?> task) {
      return !ended && tasks.add(task);
    }
  }

  /** Runs an action; one that starts inside another runs on the same thread. */
  <T> T run(Supplier<T> action) {
    Worker running = worker;
    if (running != null && Thread.currentThread().equals(running.thread)) {
      return action.get();
    }
    FutureTask<T> task = new FutureTask<>(action::get);
    if (running == null || !running.give(task)) {
      Worker fresh = new Worker();
      worker = fresh;
      fresh.give(task);
    }
    return result(task);
  }

  private static <T> T result(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException interruption) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable thrown) {
    return switch (thrown) {
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      case null, default -> new IllegalStateException(thrown);
    };
  }
}
