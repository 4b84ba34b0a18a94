package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import limbeck.judge.PythonJudge;
import limbeck.python.ModuleSource;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever source comes in, the evaluator ends in time and throws nothing. */
@Tag("fuzz")
class RobustnessFuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MUTANTS = 400;

  /** Counts that uncertain parts and functions are closed as often as they are opened. */
  private static final class Balance implements Host {
    private int uncertain;
    private int functions;

    @Override
    public void beginUncertain(String reason, limbeck.text.Location at) {
      uncertain++;
    }

    @Override
    public void endUncertain() {
      uncertain--;
    }

    @Override
    public void enterFunction(FunctionValue function, limbeck.text.Location callSite) {
      functions++;
    }

    @Override
    public void leaveFunction(FunctionValue function) {
      functions--;
    }
  }

  @Test
  void theStandardLibraryIsRead() {
    Path folder = Path.of((String) PythonJudge.shared().ask("library_folder", Map.of()));
    List<String> slow = new ArrayList<>();
    for (Path file : files(folder)) {
      long start = System.nanoTime();
      evaluate(file, read(file), folder);
      if (Duration.ofNanos(System.nanoTime() - start).compareTo(LONGEST) > 0) {
        slow.add(file.toString());
      }
    }
    assertThat(slow).isEmpty();
  }

  @Test
  void brokenSourcesAreRead() {
    Path folder = Path.of((String) PythonJudge.shared().ask("library_folder", Map.of()));
    List<Path> files = files(folder);
    Random random = new Random(20240607);
    for (int i = 0; i < MUTANTS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String text = read(file);
      String other = read(files.get(random.nextInt(files.size())));
      evaluate(file, mutated(text, other, random), folder);
    }
  }

  private static String mutated(String text, String other, Random random) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < 8 && !result.isEmpty() && !other.isEmpty(); i++) {
      int at = random.nextInt(result.length());
      int end = Math.min(result.length(), at + random.nextInt(40));
      int from = random.nextInt(other.length());
      String piece = other.substring(from, Math.min(other.length(), from + random.nextInt(60)));
      result.replace(at, random.nextBoolean() ? end : at, piece);
    }
    return result.toString();
  }

  /** Evaluates a module, then calls every function and reads every annotation in it. */
  private static void evaluate(Path path, String text, Path folder) {
    Balance host = new Balance();
    Evaluator evaluator = new Evaluator(new FolderModules(folder), host);
    SourceFile file = new SourceFile(path.toString(), text);
    try {
      ModuleValue module = evaluator.evaluate("under.test", file, false);
      for (Value value : List.copyOf(module.names().values())) {
        probe(evaluator, value, file, host);
      }
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError("reading " + path, failure);
    }
    assertThat(host.uncertain).as("uncertain parts in %s", path).isZero();
    assertThat(host.functions).as("functions in %s", path).isZero();
  }

  private static void probe(Evaluator evaluator, Value value, SourceFile file, Host host) {
    limbeck.text.Location at = file.at(new Span(0, 0));
    switch (value) {
      case FunctionValue function -> {
        List<Value> arguments = new ArrayList<>();
        function
            .parameters()
            .positional()
            .forEach(parameter -> arguments.add(new Value.Unknown(parameter.name(), at)));
        evaluator.call(function, arguments, Map.of(), at, host);
      }
      case ClassValue type -> {
        evaluator.resolutionOrder(type);
        for (ClassValue.Member member : List.copyOf(type.members().values())) {
          evaluator.attribute(type, member.name(), at);
          member.annotation().ifPresent(it -> evaluator.annotation(type, it));
        }
        evaluator.call(type, List.of(), Map.of(), at, host);
      }
      default -> evaluator.attribute(value, "__name__", at);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !file.toString().contains("site-packages"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException otherEncoding) {
      return "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The modules of a folder. */
  private record FolderModules(Path folder) implements ModuleSource {
    @Override
    public Optional<Found> find(String dottedName) {
      Path place = folder.resolve(dottedName.replace('.', '/'));
      Path initializer = place.resolve("__init__.py");
      if (Files.isRegularFile(initializer)) {
        return Optional.of(
            new Found(new SourceFile(initializer.toString(), read(initializer)), true));
      }
      Path module = place.resolveSibling(place.getFileName() + ".py");
      return Files.isRegularFile(module)
          ? Optional.of(new Found(new SourceFile(module.toString(), read(module)), false))
          : Optional.empty();
    }

    @Override
    public List<String> children(String dottedName) {
      return List.of();
    }
  }
}
