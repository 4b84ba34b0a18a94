package limbeck.python.syntax;

import org.jspecify.annotations.Nullable;

/** Finds the keyword or the one string for a word, without making a string for each occurrence. */
final class NamePool {
  /** After so many strangers a name takes the place of another: colliding names stay cheap. */
  private static final int LONGEST_PROBE = 32;

  private static final NamePool KEYWORDS = keywords();

  private @Nullable String[] names;
  private TokenKind[] kinds;
  private int count;

  private NamePool(@Nullable String[] names, TokenKind[] kinds, int count) {
    this.names = names;
    this.kinds = kinds;
    this.count = count;
  }

  /** Returns a pool that knows the keywords. */
  static NamePool create() {
    return new NamePool(KEYWORDS.names.clone(), KEYWORDS.kinds.clone(), KEYWORDS.count);
  }

  private static NamePool keywords() {
    NamePool pool = new NamePool(new @Nullable String[256], new TokenKind[256], 0);
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        String word = kind.spelling().orElseThrow();
        int slot = pool.find(word.toCharArray(), 0, word.length(), word.hashCode());
        pool.kinds[slot] = kind;
      }
    }
    return pool;
  }

  /**
   * Finds the slot of a word, making one when it is new.
   *
   * @param hash as {@link String#hashCode} computes it
   */
  int find(char[] text, int start, int end, int hash) {
    if (count * 2 >= names.length) {
      grow();
    }
    int mask = names.length - 1;
    int slot = spread(hash) & mask;
    for (int probes = 0; ; probes++) {
      String name = names[slot];
      if (name == null) {
        count++;
        break;
      }
      if (matches(name, text, start, end)) {
        return slot;
      }
      if (probes >= LONGEST_PROBE && kinds[slot] == TokenKind.NAME) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    names[slot] = new String(text, start, end - start);
    kinds[slot] = TokenKind.NAME;
    return slot;
  }

  String name(int slot) {
    String name = names[slot];
    return name == null ? "" : name;
  }

  TokenKind kind(int slot) {
    return kinds[slot];
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static boolean matches(String name, char[] text, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    TokenKind[] oldKinds = kinds;
    names = new @Nullable String[oldNames.length * 2];
    kinds = new TokenKind[oldKinds.length * 2];
    // Keywords first, so that no run of other names keeps them from being found.
    for (boolean keywords : new boolean[] {true, false}) {
      for (int i = 0; i < oldNames.length; i++) {
        String name = oldNames[i];
        if (name != null && (oldKinds[i] != TokenKind.NAME) == keywords) {
          place(name, oldKinds[i]);
        }
      }
    }
  }

  private void place(String name, TokenKind kind) {
    int mask = names.length - 1;
    int slot = spread(name.hashCode()) & mask;
    while (names[slot] != null) {
      slot = (slot + 1) & mask;
    }
    names[slot] = name;
    kinds[slot] = kind;
  }
}
