package limbeck.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.SyntaxTree;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import limbeck.text.SourceFile;

/**
 * A set of modules whose values are known without running Python.
 *
 * <p>Not safe for use by several threads. Nothing here throws on strange input: what cannot be
 * known is {@link Value.Unknown}.
 */
public interface PythonProgram {
  /** Evaluates a module and what it imports, once; empty when its source cannot be found. */
  Optional<ModuleValue> importModule(String dottedName);

  /** Evaluates a source file as a module of the given name, once for each name. */
  ModuleValue evaluate(String dottedName, SourceFile file, boolean isPackage);

  /** Evaluates a parsed source as a module of the given name, once for each name. */
  ModuleValue evaluate(String dottedName, SyntaxTree tree, boolean isPackage);

  /** Returns every module evaluated so far, by name, in order of evaluation. */
  Map<String, ModuleValue> modules();

  /** Returns every class defined so far, in order of definition; also those inside functions. */
  List<ClassValue> classes();

  /**
   * Calls a function or class of the project, or makes a call value of anything else.
   *
   * @param host sees and answers the library calls that happen inside
   */
  Value call(
      Value function, List<Value> arguments, Map<String, Value> keywords, Location at, Host host);

  /**
   * Runs work that calls into the program again and again. Nothing depends on it but time: each
   * {@link #call} on its own changes threads twice.
   */
  <T> T within(Supplier<T> work);

  /** Returns an attribute as Python's look-up finds it, through the classes of an object too. */
  Value attribute(Value of, String name, Location at);

  /**
   * Returns the value of an expression in the scope of a class body, with names that are defined
   * later in the module found too: the way annotations are resolved. Text is parsed as an
   * annotation.
   */
  Value annotation(ClassValue scope, Expression annotation);

  /**
   * Returns a class's method resolution order, itself first. Library classes are symbols; {@code
   * object} is left out. A class whose order Python would refuse gets its bases depth first.
   */
  List<Value> resolutionOrder(ClassValue type);

  /**
   * Returns a member of a class found along its resolution order, with the class that defines it;
   * empty when only a library base could have it.
   */
  Optional<Inherited> member(ClassValue type, String name);

  /**
   * A member and the class whose body has it.
   *
   * @param owner the class
   * @param member the member
   */
  record Inherited(ClassValue owner, ClassValue.Member member) {}

  /** Returns why a class may not be defined at all; empty when it certainly is. */
  default Optional<Value.Unknown> doubt(ClassValue type) {
    return Optional.empty();
  }

  /** Returns why a member of a class's own body may be absent; empty when it certainly is there. */
  default Optional<Value.Unknown> doubt(ClassValue type, String member) {
    return Optional.empty();
  }

  /** Returns what was not understood so far: syntax problems and unresolved imports. */
  List<Problem> problems();

  /**
   * Something that may make values unknown.
   *
   * @param message for the user
   * @param at where
   */
  record Problem(String message, Location at) {}
}
