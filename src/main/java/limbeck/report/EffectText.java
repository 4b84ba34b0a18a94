package limbeck.report;

import limbeck.dialect.Effect;

/** Effects in words. */
final class EffectText {
  private EffectText() {}

  static String describe(Effect effect) {
    return switch (effect) {
      case Effect.Locks it -> "locks " + it.table() + " (" + it.mode().sql() + ")";
      case Effect.Scans it -> "reads all rows of " + it.table();
      case Effect.Rewrites it -> "writes " + it.table() + " anew, with its indexes";
      case Effect.WritesRows it -> "writes many rows of " + it.table();
      case Effect.BuildsIndex it ->
          "builds "
              + it.name().map(name -> "index " + name).orElse("an index")
              + " over "
              + it.table();
      case Effect.RebuildsIndexes it -> "builds the indexes of " + it.table() + " anew";
      case Effect.LosesData it -> "data is gone: " + it.what();
      case Effect.MayFail it -> (it.certain() ? "fails: " : "may fail: ") + it.why();
      case Effect.BreaksReaders it -> "breaks programs of before: " + it.what();
      case Effect.NotKnown it -> "not known: " + it.why();
    };
  }
}
