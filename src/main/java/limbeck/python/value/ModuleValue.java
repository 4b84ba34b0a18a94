package limbeck.python.value;

import java.util.Map;
import limbeck.text.SourceFile;

/**
 * A module whose source was read. Identity makes two of them equal.
 *
 * <p>Its names are there once it has been evaluated; during a circular import some are still
 * missing, as in Python.
 */
public final class ModuleValue implements Value {
  private final String name;
  private final SourceFile file;
  private final Map<String, Value> names;

  /**
   * Holds a module.
   *
   * @param name dotted
   * @param file its source
   * @param names its globals, in order of definition; filled by the evaluator
   */
  public ModuleValue(String name, SourceFile file, Map<String, Value> names) {
    this.name = name;
    this.file = file;
    this.names = names;
  }

  /** Returns its dotted name. */
  public String name() {
    return name;
  }

  /** Returns its source. */
  public SourceFile file() {
    return file;
  }

  /** Returns its globals, in order of definition. */
  public Map<String, Value> names() {
    return names;
  }

  @Override
  public String toString() {
    return "module " + name;
  }
}
