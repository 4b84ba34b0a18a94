package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code re}: patterns that mean the same to Java are run, others are not known. */
final class RegularExpressions {
  private RegularExpressions() {}

  static void register(Map<String, Native> functions) {
    for (String name :
        List.of("match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer")) {
      functions.put(
          "re." + name,
          arguments -> {
            Value given = arguments.get(0);
            int flagsAt =
                switch (name) {
                  case "sub", "subn" -> 4;
                  case "split" -> 3;
                  default -> 2;
                };
            Pattern pattern =
                compiled(given)
                    .orElseGet(
                        () ->
                            RegexTranslation.compile(arguments.text(0), flags(arguments, flagsAt)));
            return call(pattern, name, arguments.from(1));
          });
    }
    functions.put("re.escape", arguments -> new Value.Str(escaped(arguments.text(0))));
  }

  private static int flags(Arguments arguments, int index) {
    return arguments.optionalWhole(index, "flags").map(n -> n.intValue()).orElse(0);
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(c) >= 0) {
        result.append('\\');
      }
      result.append(c);
    }
    return result.toString();
  }

  /** Returns the pattern of a {@code re.compile(…)} value. */
  static Optional<Pattern> compiled(Value value) {
    if (!(value instanceof Value.Call call) || !call.name().equals("re.compile")) {
      return Optional.empty();
    }
    Value flags =
        call.arguments().size() > 1
            ? call.arguments().get(1)
            : call.keywords().getOrDefault("flags", Value.Int.of(0));
    if (call.arguments().isEmpty()
        || !(call.arguments().getFirst() instanceof Value.Str(String pattern))) {
      throw NotFoldable.symbolic();
    }
    return Optional.of(RegexTranslation.compile(pattern, Numbers.index(flags)));
  }

  /** Runs a function of a pattern; the arguments begin after the pattern. */
  static Value call(Pattern pattern, String name, Arguments arguments) {
    try {
      return switch (name) {
        case "match", "search", "fullmatch" -> matched(pattern, name, arguments);
        case "sub" -> new Value.Str(substituted(pattern, arguments).text());
        case "subn" -> {
          Substituted result = substituted(pattern, arguments);
          yield new Value.TupleOf(
              List.of(new Value.Str(result.text()), Value.Int.of(result.count())));
        }
        case "split" -> arguments.machine().list(split(pattern, arguments));
        case "findall" -> arguments.machine().list(all(pattern, arguments, false));
        case "finditer" -> arguments.machine().iterator(all(pattern, arguments, true));
        default -> throw NotFoldable.symbolic();
      };
    } catch (StackOverflowError overflow) {
      throw NotFoldable.symbolic();
    }
  }

  private static Matcher matcher(Pattern pattern, String text, Arguments arguments) {
    RegexTranslation.requireSameMeaning(pattern, text);
    return pattern.matcher(new Watched(text, arguments.machine().budget()));
  }

  /** A text that counts how often it is looked at, so that a pattern cannot run without end. */
  private static final class Watched implements CharSequence {
    private static final int LOOKS_OF_A_STEP = 64;

    private final String text;
    private final Budget budget;
    private int looks;

    Watched(String text, Budget budget) {
      this.text = text;
      this.budget = budget;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks % LOOKS_OF_A_STEP == 0) {
        budget.step();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static Value matched(Pattern pattern, String name, Arguments arguments) {
    arguments.requireAtMost(1);
    Matcher matcher = matcher(pattern, arguments.text(0), arguments);
    boolean found =
        switch (name) {
          case "match" -> matcher.lookingAt();
          case "fullmatch" -> matcher.matches();
          default -> matcher.find();
        };
    return found ? match(matcher, arguments) : Value.NONE;
  }

  /** Makes the value of a match: its groups, the named ones, and where they lie. */
  private static Value match(Matcher matcher, Arguments arguments) {
    List<Value> groups = new ArrayList<>();
    List<Value> spans = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups.add(text(matcher.group(i)));
      spans.add(
          new Value.TupleOf(List.of(Value.Int.of(matcher.start(i)), Value.Int.of(matcher.end(i)))));
    }
    DictEntries named = arguments.machine().journal().dict(Map.of());
    RegexTranslation.groupNames(matcher.pattern())
        .forEach((name, index) -> named.put(new Value.Str(name), groups.get(index)));
    return new Value.Call(
        new Value.Symbol("re.Match"),
        List.of(new Value.TupleOf(groups), new Value.DictOf(named), new Value.TupleOf(spans)),
        Map.of(),
        arguments.at());
  }

  private static Value text(@org.jspecify.annotations.Nullable String group) {
    return group == null ? Value.NONE : new Value.Str(group);
  }

  private record Substituted(String text, int count) {}

  private static Substituted substituted(Pattern pattern, Arguments arguments) {
    Value replacement = arguments.get(0);
    String text = arguments.text(1);
    int most = arguments.optionalWhole(2, "count").map(n -> n.intValue()).orElse(0);
    Matcher matcher = matcher(pattern, text, arguments);
    StringBuilder result = new StringBuilder();
    int end = 0;
    int count = 0;
    while ((most <= 0 || count < most) && matcher.find()) {
      arguments.machine().budget().step();
      result.append(text, end, matcher.start());
      end = matcher.end();
      result.append(
          arguments
              .machine()
              .text()
              .known(replacement)
              .map(template -> RegexTranslation.expand(template, matcher))
              .orElseGet(() -> replaced(replacement, matcher, arguments)));
      Budget.size(result.length());
      count++;
    }
    return new Substituted(result.append(text.substring(end)).toString(), count);
  }

  private static String replaced(Value function, Matcher matcher, Arguments arguments) {
    Value made = arguments.invoke(function, match(matcher, arguments));
    return arguments.machine().text().known(made).orElseThrow(() -> NotFoldable.because(made));
  }

  private static List<Value> split(Pattern pattern, Arguments arguments) {
    String text = arguments.text(0);
    int most = arguments.optionalWhole(1, "maxsplit").map(n -> n.intValue()).orElse(0);
    Matcher matcher = matcher(pattern, text, arguments);
    List<Value> parts = new ArrayList<>();
    int end = 0;
    int count = 0;
    while ((most <= 0 || count < most) && matcher.find()) {
      arguments.machine().budget().step();
      parts.add(new Value.Str(text.substring(end, matcher.start())));
      for (int i = 1; i <= matcher.groupCount(); i++) {
        parts.add(text(matcher.group(i)));
      }
      end = matcher.end();
      count++;
    }
    parts.add(new Value.Str(text.substring(end)));
    return parts;
  }

  private static List<Value> all(Pattern pattern, Arguments arguments, boolean matches) {
    arguments.requireAtMost(1);
    Matcher matcher = matcher(pattern, arguments.text(0), arguments);
    List<Value> found = new ArrayList<>();
    while (matcher.find()) {
      arguments.machine().budget().step();
      if (matches) {
        found.add(match(matcher, arguments));
        continue;
      }
      List<Value> groups = new ArrayList<>();
      for (int i = 1; i <= matcher.groupCount(); i++) {
        String group = matcher.group(i);
        groups.add(new Value.Str(group == null ? "" : group));
      }
      found.add(
          switch (groups.size()) {
            case 0 -> new Value.Str(matcher.group());
            case 1 -> groups.getFirst();
            default -> new Value.TupleOf(groups);
          });
    }
    return found;
  }

  /** Returns a group of a match, by number or name. */
  static Value group(Machine machine, List<Value> parts, Value key, Location at) {
    if (!(parts.get(0) instanceof Value.TupleOf(List<Value> groups))
        || !(parts.get(1) instanceof Value.DictOf(DictEntries named))) {
      throw NotFoldable.symbolic();
    }
    Optional<String> name = machine.text().known(key);
    if (name.isPresent()) {
      Value found = named.lookUp(new Value.Str(name.get()));
      if (found != null) {
        return found;
      }
      throw PythonError.of("IndexError", "no such group", at);
    }
    int index = Numbers.index(key);
    if (index < 0 || index >= groups.size()) {
      throw PythonError.of("IndexError", "no such group", at);
    }
    return groups.get(index);
  }

  /** Calls a method of a match. */
  static Value ofMatch(List<Value> parts, String name, Arguments arguments) {
    if (!(parts.get(0) instanceof Value.TupleOf(List<Value> groups))
        || !(parts.get(2) instanceof Value.TupleOf(List<Value> spans))) {
      throw NotFoldable.symbolic();
    }
    Machine machine = arguments.machine();
    return switch (name) {
      case "group" -> {
        if (arguments.size() <= 1) {
          Value key = arguments.optional(0).orElse(Value.Int.of(0));
          yield group(machine, parts, key, arguments.at());
        }
        yield new Value.TupleOf(
            arguments.positional().stream()
                .map(key -> group(machine, parts, key, arguments.at()))
                .toList());
      }
      case "groups" -> {
        Value standard = arguments.optional(0, "default").orElse(Value.NONE);
        yield new Value.TupleOf(
            groups.stream()
                .skip(1)
                .map(group -> group instanceof Value.None ? standard : group)
                .toList());
      }
      case "groupdict" -> {
        yield parts.get(1);
      }
      default -> {
        int index = arguments.optional(0).map(Numbers::index).orElse(0);
        if (index < 0
            || index >= spans.size()
            || !(spans.get(index) instanceof Value.TupleOf(List<Value> span))) {
          throw NotFoldable.symbolic();
        }
        yield switch (name) {
          case "start" -> span.getFirst();
          case "end" -> span.getLast();
          default -> spans.get(index);
        };
      }
    };
  }
}
