package limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import limbeck.workflow.ScratchServer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code limbeck scratch-server}, which the help leaves out: a PostgreSQL for the programs that
 * judge this one. Every line of standard input asks for an empty database, whose URL is printed;
 * the end of input is the end of the server.
 */
final class ScratchServerCommand implements Command {
  private static final String DEFAULT_MAJOR = "16";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("scratch-server");
    spec.usageMessage()
        .description("Runs an embedded PostgreSQL while standard input is open.")
        .hidden(true);
    return spec.addPositional(Specs.parameter("MAJOR", "Its version (default: 16)."));
  }

  @Override
  public int run(Options options, Console console) {
    try (ScratchServer server = ScratchServer.start(options.parameter(0).orElse(DEFAULT_MAJOR))) {
      int read = System.in.read();
      while (read >= 0) {
        if (read == '\n') {
          server.databases(1).forEach(console.out()::println);
          console.out().flush();
        }
        read = System.in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.FINE;
  }
}
