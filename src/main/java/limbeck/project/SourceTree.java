package limbeck.project;

import java.nio.file.Path;
import java.util.Set;
import limbeck.text.SourceFile;

/** Folders of Python source: those on the disk, or as a commit holds them. */
interface SourceTree {
  boolean isFile(Path path);

  boolean isFolder(Path path);

  /** Returns whether Python source lies in a folder or not far below it. */
  boolean holdsPython(Path folder);

  SourceFile read(Path file);

  /** Returns the names of the modules and packages directly inside a folder, in order. */
  Set<String> modules(Path folder);

  /** Returns whether a name can be that of a package. */
  static boolean isIdentifier(String name) {
    char first = name.isEmpty() ? '0' : name.charAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.chars().allMatch(Character::isUnicodeIdentifierPart);
  }
}
