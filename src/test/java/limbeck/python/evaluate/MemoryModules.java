package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.python.ModuleSource;
import limbeck.text.SourceFile;

/** Modules held in memory, by path: {@code app/models.py}, {@code app/__init__.py}. */
final class MemoryModules implements ModuleSource {
  private final Map<String, String> files = new TreeMap<>();

  MemoryModules with(String path, String text) {
    files.put(path, text);
    return this;
  }

  @Override
  public Optional<Found> find(String dottedName) {
    String path = dottedName.replace('.', '/');
    for (String file : List.of(path + "/__init__.py", path + ".py")) {
      String text = files.get(file);
      if (text != null) {
        return Optional.of(new Found(new SourceFile(file, text), file.endsWith("__init__.py")));
      }
    }
    boolean folder = files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    return folder ? Optional.of(new Found(new SourceFile(path, ""), true)) : Optional.empty();
  }

  @Override
  public List<String> children(String dottedName) {
    String prefix = dottedName.replace('.', '/') + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String file : files.keySet()) {
      if (file.startsWith(prefix) && !file.equals(prefix + "__init__.py")) {
        String rest = file.substring(prefix.length());
        int slash = rest.indexOf('/');
        names.add(slash < 0 ? rest.replaceAll("\\.py$", "") : rest.substring(0, slash));
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public Optional<List<String>> names(String folder) {
    String prefix = folder.equals(".") ? "" : folder + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String file : files.keySet()) {
      if (file.startsWith(prefix) && !file.endsWith(".py")) {
        names.add(file.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
  }
}
