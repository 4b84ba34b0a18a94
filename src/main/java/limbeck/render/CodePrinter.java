package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lays Python out in lines as black and ruff do: on one line where it fits, else the last brackets
 * opened with their content on one line, else one argument for each line with a comma at the end.
 *
 * <p>Measured against black 26 and ruff 0.17, which leave the result unchanged.
 */
final class CodePrinter {
  static final int WIDTH = 88;
  private static final int STEP = 4;

  private final StringBuilder out = new StringBuilder();

  private CodePrinter() {}

  /** Returns the lines of a statement, indented. */
  static String print(Code code, int indent) {
    return print("", code, indent);
  }

  /** Returns the lines of a statement that begins with words such as {@code raise}. */
  static String print(String before, Code code, int indent) {
    return print(before, code, "", indent);
  }

  /** Returns the lines of a statement with words before and behind, such as {@code with … as …}. */
  static String print(String before, Code code, String behind, int indent) {
    CodePrinter printer = new CodePrinter();
    printer.out.append(" ".repeat(indent)).append(before);
    printer.put(code, indent, behind);
    return printer.out.append('\n').toString();
  }

  /** Writes code from the current column on; {@code after} must fit behind it. */
  private void put(Code code, int indent, String after) {
    Optional<String> flat = flat(code);
    if (flat.isPresent() && column() + flat.get().length() + after.length() <= WIDTH) {
      out.append(flat.get()).append(after);
      return;
    }
    switch (code) {
      case Code.Atom(String text) -> out.append(text).append(after);
      case Code.Pieces(List<String> literals) -> {
        out.append(String.join("\n" + " ".repeat(indent), literals)).append(after);
      }
      case Code.Block _ -> throw new IllegalStateException("a block stands alone in a call");
      case Code.Member(Code value, String name) -> put(value, indent, "." + name + after);
      case Code.Named(String name, Code value) -> {
        out.append(name).append('=');
        put(value, indent, after);
      }
      case Code.Entry(Code key, Code value) -> {
        put(key, indent, ": ");
        put(value, indent, after);
      }
      case Code.ListOf(List<Code> items) -> brackets("[", items, "]", false, indent, after);
      case Code.TupleOf(List<Code> items) -> brackets("(", items, ")", false, indent, after);
      case Code.DictOf(List<Code.Entry> entries) ->
          brackets("{", List.copyOf(entries), "}", false, indent, after);
      case Code.Call call -> call(call, indent, after);
    }
  }

  private void call(Code.Call call, int indent, String after) {
    if (call.arguments().size() == 1 && call.arguments().getFirst() instanceof Code.Block block) {
      put(call.function(), indent, "(\"\"\"\n");
      block(block, indent);
      out.append(" ".repeat(indent)).append("\"\"\")").append(after);
      return;
    }
    Optional<String> head = flat(call.function());
    boolean headFits = head.isPresent() && column() + head.get().length() + 1 <= WIDTH;
    if (headFits) {
      out.append(head.get());
      brackets("(", call.arguments(), ")", call.exploded(), indent, after);
      return;
    }
    String arguments = flatList(call.arguments()).map(it -> "(" + it + ")").orElse("()");
    put(call.function(), indent, arguments + after);
  }

  private void block(Code.Block block, int indent) {
    for (String line : block.lines()) {
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent + STEP)).append(line);
      }
      out.append('\n');
    }
  }

  private void brackets(
      String open, List<Code> items, String close, boolean exploded, int indent, String after) {
    if (items.isEmpty()) {
      out.append(open).append(close).append(after);
      return;
    }
    int inner = indent + STEP;
    out.append(open).append('\n');
    Optional<String> flat = flatList(items);
    boolean onOneLine = !exploded && flat.isPresent() && inner + flat.get().length() <= WIDTH;
    if (onOneLine) {
      out.append(" ".repeat(inner)).append(flat.orElseThrow()).append('\n');
    } else {
      // A lone argument gets no comma from the formatters, for there is nothing to split.
      boolean lone = items.size() == 1 && !exploded;
      String comma = lone ? "" : ",";
      for (Code item : items) {
        out.append(" ".repeat(inner));
        put(item, inner, comma);
        out.append('\n');
      }
    }
    out.append(" ".repeat(indent)).append(close).append(after);
  }

  private int column() {
    return out.length() - (out.lastIndexOf("\n") + 1);
  }

  /** Returns code on one line; empty when it must have several. */
  static Optional<String> flat(Code code) {
    return switch (code) {
      case Code.Atom(String text) -> Optional.of(text);
      case Code.Pieces(List<String> literals) ->
          literals.size() == 1 ? Optional.of(literals.getFirst()) : Optional.empty();
      case Code.Block _ -> Optional.empty();
      case Code.Member(Code value, String name) -> flat(value).map(it -> it + "." + name);
      case Code.Named(String name, Code value) -> flat(value).map(it -> name + "=" + it);
      case Code.Entry(Code key, Code value) ->
          flat(key).flatMap(left -> flat(value).map(right -> left + ": " + right));
      case Code.ListOf(List<Code> items) -> flatList(items).map(it -> "[" + it + "]");
      case Code.TupleOf(List<Code> items) ->
          flatList(items).map(it -> items.size() == 1 ? "(" + it + ",)" : "(" + it + ")");
      case Code.DictOf(List<Code.Entry> entries) ->
          flatList(List.copyOf(entries)).map(it -> "{" + it + "}");
      case Code.Call(Code function, List<Code> arguments, boolean exploded) ->
          exploded
              ? Optional.empty()
              : flat(function)
                  .flatMap(head -> flatList(arguments).map(it -> head + "(" + it + ")"));
    };
  }

  private static Optional<String> flatList(List<Code> items) {
    List<String> parts = new ArrayList<>();
    for (Code item : items) {
      Optional<String> part = flat(item);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts.stream().collect(Collectors.joining(", ")));
  }
}
