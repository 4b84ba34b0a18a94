package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: the JDK often says no more than its name. */
final class FileReason {
  private FileReason() {}

  static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "that is not permitted";
      case CharacterCodingException _ -> "it is not UTF-8";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
