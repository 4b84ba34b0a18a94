package limbeck.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project written to a temporary directory, file by file. */
record ProjectFolder(Path root) {
  ProjectFolder with(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Project find() {
    return ProjectFinder.find(ProjectFinder.Request.in(root));
  }

  Path path(String relative) {
    return root.resolve(relative);
  }
}
