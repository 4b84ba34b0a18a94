package limbeck.cli;

import java.util.Arrays;
import java.util.List;
import limbeck.text.ToolFailure;
import limbeck.workflow.SchemaOf;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Short ways to describe commands to the parser. */
final class Specs {
  private Specs() {}

  static PositionalParamSpec parameter(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .paramLabel(label)
        .type(String.class)
        .required(false)
        .description(description)
        .build();
  }

  /** Returns an option that is there or not. */
  static OptionSpec flag(String description, String... names) {
    return option(names).type(boolean.class).arity("0").description(description).build();
  }

  /** Returns an option with a value. */
  static OptionSpec text(String label, String description, String... names) {
    return option(names).type(String.class).paramLabel(label).description(description).build();
  }

  /** Returns an option with a value that may be given several times. */
  static OptionSpec texts(String label, String description, String... names) {
    return option(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Returns the database that {@code --url} names. */
  static SchemaOf.Source database(Options options) {
    return new SchemaOf.Source.OfDatabase(url(options, "--from database needs to know which one"));
  }

  /**
   * Returns the value of {@code --url}.
   *
   * @param missing what is wrong when there is none
   */
  static String url(Options options, String missing) {
    return options
        .value("--url")
        .orElseThrow(
            () ->
                new ToolFailure(
                    ToolFailure.Code.USAGE,
                    missing,
                    "name it with --url postgresql://user@host/name"));
  }

  /** Returns the same option as one that every command below has too. */
  static OptionSpec inherited(OptionSpec option) {
    return OptionSpec.builder(option).scopeType(CommandLine.ScopeType.INHERIT).build();
  }

  private static OptionSpec.Builder option(String... names) {
    return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length));
  }
}
