package limbeck.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Python models for the judge to import.
 *
 * @param importPath folders put in front of Python's import path
 * @param files single files, imported in order; may be empty
 * @param module a dotted module name to import; empty for none
 */
public record Models(List<Path> importPath, List<Path> files, String module) {
  /** Copies the lists. */
  public Models {
    importPath = List.copyOf(importPath);
    files = List.copyOf(files);
  }

  /** Names models by their files; each file's folder is on the import path. */
  public static Models inFiles(Path... files) {
    return new Models(
        Stream.of(files).map(it -> it.toAbsolutePath().getParent()).distinct().toList(),
        List.of(files),
        "");
  }

  /** Names models by a module, such as {@code app.models}, below a folder. */
  public static Models inModule(String module, Path folder) {
    return new Models(List.of(folder), List.of(), module);
  }

  Map<String, Object> asJson() {
    return Map.of("sys_path", texts(importPath), "paths", texts(files), "module", module);
  }

  static List<String> texts(List<Path> paths) {
    return paths.stream().map(it -> it.toAbsolutePath().toString()).toList();
  }
}
