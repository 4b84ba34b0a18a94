package limbeck.render;

import java.util.SortedSet;
import java.util.TreeSet;

/** What the body of a script uses, gathered while it is written. */
final class Imports {
  private final SortedSet<String> dialects = new TreeSet<>();
  private boolean rawType;

  /** Returns the name of a dialect's module, which is then imported. */
  String dialect(String module) {
    dialects.add(module);
    return module;
  }

  void needRawType() {
    rawType = true;
  }

  SortedSet<String> dialects() {
    return dialects;
  }

  boolean rawType() {
    return rawType;
  }
}
