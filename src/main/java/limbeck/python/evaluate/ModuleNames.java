package limbeck.python.evaluate;

import limbeck.text.Location;

/** Names of modules by their files. */
final class ModuleNames {
  private final Machine machine;

  ModuleNames(Machine machine) {
    this.machine = machine;
  }

  /** Returns the name of the module whose source a place is in. */
  String of(Location at) {
    for (Module module : machine.modules().byName().values()) {
      if (module.file().equals(at.file())) {
        return module.name();
      }
    }
    return "__main__";
  }
}
