package limbeck.dialect.postgresql;

/** Anonymous code blocks in dollar quotes. */
final class Blocks {
  private Blocks() {}

  /** Returns {@code DO} with a body, under a tag that the body does not hold. */
  static String anonymous(String body) {
    String tag = "$$";
    for (int i = 1; body.contains(tag); i++) {
      tag = "$block" + i + "$";
    }
    return "DO " + tag + "\n" + body + "\n" + tag;
  }
}
