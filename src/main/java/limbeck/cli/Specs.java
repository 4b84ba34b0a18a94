package limbeck.cli;

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
}
