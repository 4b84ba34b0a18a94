package limbeck.python.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;
import limbeck.text.Location;

/**
 * A class defined in source that was read. Identity, not content, makes two of them equal.
 *
 * <p>Created by the evaluator; readers look at it.
 */
public final class ClassValue implements Value {
  private final String name;
  private final String module;
  private final List<Value> bases;
  private final Map<String, Value> keywords;
  private final Map<String, Member> members;
  private final List<Value> decorators;
  private final Statement.ClassDef definition;
  private final Location location;

  /**
   * A name in a class body, in order of first appearance.
   *
   * @param name the name
   * @param annotation the annotation as written; text annotations are parsed already
   * @param value what is bound to it last; absent when only annotated
   * @param location of its last appearance
   */
  public record Member(
      String name, Optional<Expression> annotation, Optional<Value> value, Location location) {}

  /**
   * Holds a class.
   *
   * @param name its name
   * @param module the dotted name of its module
   * @param bases as evaluated
   * @param keywords of the class statement, such as {@code table=True}
   * @param members the names of its body, in order; the evaluator may add to it later when code
   *     assigns attributes of the class
   * @param decorators as evaluated, outermost first
   * @param definition its syntax
   * @param location where
   */
  public ClassValue(
      String name,
      String module,
      List<Value> bases,
      Map<String, Value> keywords,
      Map<String, Member> members,
      List<Value> decorators,
      Statement.ClassDef definition,
      Location location) {
    this.name = name;
    this.module = module;
    this.bases = bases;
    this.keywords = keywords;
    this.members = members;
    this.decorators = decorators;
    this.definition = definition;
    this.location = location;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the dotted name of its module. */
  public String module() {
    return module;
  }

  /** Returns module and name. */
  public String qualifiedName() {
    return module + "." + name;
  }

  /** Returns its bases as evaluated. */
  public List<Value> bases() {
    return bases;
  }

  /** Returns the keywords of the class statement. */
  public Map<String, Value> keywords() {
    return keywords;
  }

  /** Returns the names of its body, in order. */
  public Map<String, Member> members() {
    return members;
  }

  /** Returns its decorators, outermost first. */
  public List<Value> decorators() {
    return decorators;
  }

  /** Returns its syntax. */
  public Statement.ClassDef definition() {
    return definition;
  }

  /** Returns where it is defined. */
  public Location location() {
    return location;
  }

  @Override
  public String toString() {
    return "class " + qualifiedName();
  }
}
