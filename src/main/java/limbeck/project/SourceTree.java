package limbeck.project;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import limbeck.text.SourceFile;

/** Folders of Python source: those on the disk, or as a commit holds them. */
interface SourceTree {
  boolean isFile(Path path);

  boolean isFolder(Path path);

  /** Returns whether Python source lies in a folder or not far below it. */
  boolean holdsPython(Path folder);

  SourceFile read(Path file);

  /** Returns the content of a file that is no Python; empty when it is no text in UTF-8. */
  Optional<String> text(Path file);

  /** Returns the names of the modules and packages directly inside a folder, in order. */
  Set<String> modules(Path folder);

  /** Returns the names of all that lies directly inside a folder, in order. */
  Set<String> names(Path folder);

  /** Returns a text in UTF-8, its line ends as Python reads them; empty when it is none. */
  static Optional<String> decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** Returns whether a name can be that of a package. */
  static boolean isIdentifier(String name) {
    char first = name.isEmpty() ? '0' : name.charAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.chars().allMatch(Character::isUnicodeIdentifierPart);
  }
}
