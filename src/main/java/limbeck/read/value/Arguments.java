package limbeck.read.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.text.Location;

/**
 * The arguments of a call, asked for by the parameter's name. An argument that is there but not
 * known is reported once and then treated as absent.
 */
public final class Arguments {
  private final List<Value> positional;
  private final Map<String, Value> keywords;
  private final Location at;
  private final ProblemLog problems;
  private final String subject;

  /**
   * Holds arguments.
   *
   * @param subject what they describe, for messages: {@code column name of hero}
   */
  public Arguments(
      List<Value> positional,
      Map<String, Value> keywords,
      Location at,
      ProblemLog problems,
      String subject) {
    this.positional = List.copyOf(positional);
    this.keywords = new LinkedHashMap<>(keywords);
    this.at = at;
    this.problems = problems;
    this.subject = subject;
  }

  /** Returns the arguments of a call. */
  public static Arguments of(Value.Call call, ProblemLog problems, String subject) {
    return new Arguments(call.arguments(), call.keywords(), call.at(), problems, subject);
  }

  /** Returns no arguments, as of a type given without parentheses. */
  public static Arguments none(Location at, ProblemLog problems, String subject) {
    return new Arguments(List.of(), Map.of(), at, problems, subject);
  }

  /**
   * Returns the arguments with the positional ones under the names of parameters; what is beyond
   * the names stays positional.
   */
  public Arguments bound(List<String> names) {
    Map<String, Value> all = new LinkedHashMap<>();
    int count = Math.min(names.size(), positional.size());
    for (int i = 0; i < count; i++) {
      all.put(names.get(i), positional.get(i));
    }
    all.putAll(keywords);
    return new Arguments(positional.subList(count, positional.size()), all, at, problems, subject);
  }

  /** Returns the positional arguments. */
  public List<Value> positional() {
    return positional;
  }

  /** Returns the positional arguments from one on. */
  public List<Value> rest(int from) {
    return positional.size() <= from ? List.of() : positional.subList(from, positional.size());
  }

  /** Returns the named arguments in order. */
  public Map<String, Value> keywords() {
    return keywords;
  }

  /** Returns the place of the call. */
  public Location at() {
    return at;
  }

  /** Returns what the arguments describe. */
  public String subject() {
    return subject;
  }

  /** Returns where problems go. */
  public ProblemLog problems() {
    return problems;
  }

  /** Returns a named argument; {@code None} counts as absent. */
  public Optional<Value> value(String name) {
    return Optional.ofNullable(keywords.get(name)).filter(it -> !Constants.isNone(it));
  }

  /** Returns an argument given by position or name; {@code None} counts as absent. */
  public Optional<Value> value(int position, String name) {
    if (position < positional.size()) {
      return Optional.of(positional.get(position)).filter(it -> !Constants.isNone(it));
    }
    return value(name);
  }

  /** Returns whether the argument is there at all, be it {@code None}. */
  public boolean has(int position, String name) {
    return position < positional.size() || keywords.containsKey(name);
  }

  /** Returns whether the named argument is there at all, be it {@code None}. */
  public boolean has(String name) {
    return keywords.containsKey(name);
  }

  /** Returns a text. */
  public Optional<String> text(String name) {
    return value(name).flatMap(it -> textOf(it, name));
  }

  /** Returns a text given by position or name. */
  public Optional<String> text(int position, String name) {
    return value(position, name).flatMap(it -> textOf(it, name));
  }

  private Optional<String> textOf(Value value, String name) {
    Optional<String> text = Constants.text(value);
    if (text.isEmpty()) {
      report(name, value);
    }
    return text;
  }

  /** Returns a boolean. */
  public Optional<Boolean> flag(String name) {
    return value(name).flatMap(it -> flagOf(it, name));
  }

  /** Returns a boolean given by position or name. */
  public Optional<Boolean> flag(int position, String name) {
    return value(position, name).flatMap(it -> flagOf(it, name));
  }

  /** Returns whether a boolean is stated as true. */
  public boolean isTrue(String name) {
    return flag(name).orElse(false);
  }

  private Optional<Boolean> flagOf(Value value, String name) {
    Optional<Boolean> flag = Constants.flag(value);
    if (flag.isEmpty()) {
      report(name, value);
    }
    return flag;
  }

  /** Returns an integer. */
  public Optional<Integer> integer(String name) {
    return value(name).flatMap(it -> integerOf(it, name)).map(Long::intValue);
  }

  /** Returns an integer given by position or name. */
  public Optional<Integer> integer(int position, String name) {
    return value(position, name).flatMap(it -> integerOf(it, name)).map(Long::intValue);
  }

  /** Returns a large integer. */
  public Optional<Long> large(int position, String name) {
    return value(position, name).flatMap(it -> integerOf(it, name));
  }

  private Optional<Long> integerOf(Value value, String name) {
    Optional<Long> number = Constants.integer(value);
    if (number.isEmpty()) {
      report(name, value);
    }
    return number;
  }

  /** Returns a list of texts; one text alone counts as a list of it. */
  public Optional<List<String>> texts(String name) {
    Optional<Value> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> single = Constants.text(value.get());
    if (single.isPresent()) {
      return Optional.of(List.of(single.get()));
    }
    Optional<List<Value>> items = Constants.items(value.get());
    if (items.isEmpty()) {
      report(name, value.get());
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : items.get()) {
      Optional<String> text = Constants.text(item);
      if (text.isEmpty()) {
        report(name, item);
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  /** Reports that an argument is not known. */
  public void report(String name, Value value) {
    problems.add(message(name, value), name + " of " + subject, place(value));
  }

  /** Reports that an argument is not known, where the schema shows it with an Unknown. */
  public void reportMarked(String name, Value value) {
    problems.addMarked(message(name, value), name + " of " + subject, place(value));
  }

  private String message(String name, Value value) {
    return name + " of " + subject + " cannot be told: " + Constants.describe(value);
  }

  private Location place(Value value) {
    return value instanceof Value.Unknown(String _, Location where) ? where : at;
  }
}
