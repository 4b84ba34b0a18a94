package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.python.ModuleSource;

/** Counts how often modules or files are looked up. */
final class Consulted implements ModuleSource {
  private final ModuleSource source;
  private int times;

  Consulted(ModuleSource source) {
    this.source = source;
  }

  int times() {
    return times;
  }

  @Override
  public Optional<Found> find(String dottedName) {
    times++;
    return source.find(dottedName);
  }

  @Override
  public List<String> children(String dottedName) {
    times++;
    return source.children(dottedName);
  }

  @Override
  public Optional<String> text(String path) {
    times++;
    return source.text(path);
  }

  @Override
  public Optional<List<String>> names(String folder) {
    times++;
    return source.names(folder);
  }
}
