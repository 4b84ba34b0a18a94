package limbeck.plan;

/** Writes options as a person types them into a POSIX shell. */
final class Shell {
  private Shell() {}

  /** Returns the option with its words quoted where a shell asks for it. */
  static String option(String option, String plain, String value) {
    String head = plain.matches("[\\w.:=-]+") ? plain : quoted(plain);
    return option + " " + head + (value.isEmpty() ? "" : quoted(value));
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$").replace("`", "\\`")
        + "\"";
  }
}
