package limbeck.render;

import java.util.List;
import java.util.stream.Stream;

/** A piece of Python, before it is laid out in lines. */
sealed interface Code {
  /** A name, a number, a literal: never broken. */
  record Atom(String text) implements Code {}

  /** Adjacent string literals, one text in Python. */
  record Pieces(List<String> literals) implements Code {
    public Pieces {
      literals = List.copyOf(literals);
    }
  }

  /**
   * A triple-quoted text with its line breaks, for a call that has nothing else inside.
   *
   * @param lines already escaped, without indentation
   */
  record Block(List<String> lines) implements Code {
    public Block {
      lines = List.copyOf(lines);
    }
  }

  /** {@code value.name}. */
  record Member(Code value, String name) implements Code {}

  /**
   * {@code function(arguments)}.
   *
   * @param exploded whether every argument gets a line of its own, however short
   */
  record Call(Code function, List<Code> arguments, boolean exploded) implements Code {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code name=value} inside a call. */
  record Named(String name, Code value) implements Code {}

  /** {@code [a, b]}. */
  record ListOf(List<Code> items) implements Code {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** {@code (a, b)}. */
  record TupleOf(List<Code> items) implements Code {
    public TupleOf {
      items = List.copyOf(items);
    }
  }

  /** {@code {key: value}}. */
  record DictOf(List<Entry> entries) implements Code {
    public DictOf {
      entries = List.copyOf(entries);
    }
  }

  /** {@code key: value} inside a dictionary. */
  record Entry(Code key, Code value) implements Code {}

  static Code atom(String text) {
    return new Atom(text);
  }

  static Code string(String text) {
    return new Atom(PythonString.literal(text));
  }

  static Code bool(boolean value) {
    return new Atom(value ? "True" : "False");
  }

  static Code number(long value) {
    return new Atom(Long.toString(value));
  }

  static Code strings(Stream<String> texts) {
    return new ListOf(texts.map(Code::string).toList());
  }

  static Call call(String function, List<Code> arguments) {
    return new Call(new Atom(function), arguments, false);
  }

  static Call call(String function, Code... arguments) {
    return call(function, List.of(arguments));
  }
}
