import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import limbeck.cli.Console;
import limbeck.cli.Program;

/**
 * Runs a command of limbeck again and again in one JVM, and prints how many seconds each run took, on
 * the clock and on the processor.
 */
final class WarmCommand {
  private static final int BEFORE = 10;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private WarmCommand() {}

  public static void main(String[] arguments) {
    int runs = Integer.parseInt(arguments[0]);
    String[] words = Arrays.copyOfRange(arguments, 1, arguments.length);
    for (int i = -BEFORE; i < runs; i++) {
      long began = System.nanoTime();
      long used = SYSTEM.getProcessCpuTime();
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
      int code = new Program(new Console(nowhere, System.err, Map.of(), false)).run(words);
      if (code > 1) {
        System.exit(code);
      }
      if (i >= 0) {
        double processor = (SYSTEM.getProcessCpuTime() - used) / 1e9;
        System.out.println((System.nanoTime() - began) / 1e9 + " " + processor);
      }
    }
  }
}
