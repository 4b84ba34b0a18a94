package limbeck.workflow;

import java.util.function.Supplier;
import limbeck.project.Project;
import limbeck.read.ReadOptions;
import limbeck.read.model.Models;
import org.jspecify.annotations.Nullable;

/** The models of some sources, read when they are first asked for. */
final class ModelsOf implements Supplier<Models> {
  private final Project project;
  private final ModelSourceOf sources;
  private final ReadOptions options;
  private @Nullable Models models;

  ModelsOf(Project project, ModelSourceOf sources, ReadOptions options) {
    this.project = project;
    this.sources = sources;
    this.options = options;
  }

  @Override
  public Models get() {
    Models found = models;
    if (found == null) {
      found = ModelsRead.of(project, sources, options).models();
      models = found;
    }
    return found;
  }
}
