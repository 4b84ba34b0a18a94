package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import limbeck.python.value.ModuleValue;
import limbeck.text.SourceFile;

/** A module under evaluation or evaluated. */
final class Module {
  private final ModuleValue value;
  private final boolean isPackage;
  private final Names names;
  private final Scope scope;
  private final List<String> starLibraries = new ArrayList<>();
  private final List<Module> starModules = new ArrayList<>();
  private boolean running = true;

  Module(String name, SourceFile file, boolean isPackage, Names names) {
    this.value = new ModuleValue(name, file, names);
    this.isPackage = isPackage;
    this.names = names;
    this.scope = Scope.ofModule(this, names);
  }

  ModuleValue value() {
    return value;
  }

  String name() {
    return value.name();
  }

  SourceFile file() {
    return value.file();
  }

  boolean isPackage() {
    return isPackage;
  }

  /** Tells whether it is a folder without {@code __init__.py}. */
  boolean isNamespace() {
    return isPackage && !file().path().endsWith("__init__.py");
  }

  /** Returns the package against which relative imports are resolved. */
  String packageName() {
    if (isPackage) {
      return name();
    }
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(0, dot);
  }

  Names names() {
    return names;
  }

  Scope scope() {
    return scope;
  }

  /** Returns the libraries of which every name was imported. */
  List<String> starLibraries() {
    return starLibraries;
  }

  /** Returns the modules of the project of which every name was imported. */
  List<Module> starModules() {
    return starModules;
  }

  /** Tells whether its body is still being evaluated. */
  boolean running() {
    return running;
  }

  void finish() {
    running = false;
  }
}
