package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.text.SourceFile;

/** Python files to read, and what must hold for each of them. */
final class Corpus {
  private Corpus() {}

  /** Returns the Python files under folders, in the order of their names. */
  static List<Path> files(Path... folders) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
            .sorted()
            .forEach(found::add);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return found;
  }

  /** Returns one file of so many, the same ones each time. */
  static List<Path> sample(List<Path> files, int every) {
    List<Path> chosen = new ArrayList<>();
    for (int i = every / 2; i < files.size(); i += every) {
      chosen.add(files.get(i));
    }
    return chosen;
  }

  /** Reads a file; empty when its bytes are no text. */
  static Optional<SourceFile> read(Path file) {
    try {
      return switch (SourceDecoder.decode(file.toString(), Files.readAllBytes(file))) {
        case SourceDecoder.Text(var source, _, _) -> Optional.of(source);
        case SourceDecoder.Undecodable _ -> Optional.empty();
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Requires that the tokens are the text, each one's beginning the end of the one before. */
  static void assertLossless(SourceFile file) {
    StringBuilder text = new StringBuilder(file.text().length());
    int at = 0;
    for (Token token : Tokenizer.tokenize(file)) {
      assertThat(token.span().start()).as("%s: %s", file, token).isEqualTo(at);
      at = token.span().end();
      text.append(file.text(token.span()));
    }
    assertThat(text.toString()).as("%s", file).isEqualTo(file.text());
  }
}
