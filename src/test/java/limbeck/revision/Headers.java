package limbeck.revision;

import java.util.List;
import java.util.stream.Stream;
import limbeck.text.SourceFile;

/** Revision headers without files. */
final class Headers {
  private Headers() {}

  /** Returns a header; parents and dependencies are separated by blanks. */
  static RevisionHeader of(String id, String parents, String dependsOn, String labels) {
    return new RevisionHeader(
        new RevisionId(id),
        words(parents).stream().map(RevisionId::new).toList(),
        words(dependsOn),
        words(labels),
        "message of " + id,
        "",
        new SourceFile(id + ".py", ""));
  }

  static RevisionHeader of(String id, String parents) {
    return of(id, parents, "", "");
  }

  static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(it -> !it.isEmpty()).toList();
  }

  static List<RevisionId> ids(String text) {
    return words(text).stream().map(RevisionId::new).toList();
  }
}
