package limbeck.python.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** The {@code %} operator of texts. */
final class PercentFormat {
  private static final Pattern FIELD =
      Pattern.compile(
          "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ #0]*)(?<width>\\*|\\d{0,3})"
              + "(?:\\.(?<precision>\\*|\\d{0,3}))?[hlL]?(?<type>.)?",
          Pattern.DOTALL);

  private PercentFormat() {}

  static String apply(Machine machine, String template, Value values, Location at) {
    List<Value> positional =
        values instanceof Value.TupleOf(List<Value> items) ? items : List.of(values);
    StringBuilder result = new StringBuilder();
    Matcher matcher = FIELD.matcher(template);
    int end = 0;
    int used = 0;
    boolean named = false;
    while (matcher.find()) {
      result.append(template, end, matcher.start());
      end = matcher.end();
      String type = matcher.group("type");
      if (type == null) {
        throw PythonError.of("ValueError", "incomplete format", at);
      }
      if (type.equals("%")) {
        result.append('%');
        continue;
      }
      Value value;
      if (matcher.group("key") != null) {
        named = true;
        value = entry(machine, values, matcher.group("key"), at);
      } else {
        if (used >= positional.size()) {
          throw PythonError.of("TypeError", "not enough arguments for format string", at);
        }
        value = positional.get(used++);
      }
      result.append(field(machine, matcher, type.charAt(0), value, at));
      Budget.size(result.length());
    }
    if (!named && used < positional.size() && !(values instanceof Value.DictOf)) {
      if (values instanceof Value.Unknown unknown) {
        throw NotFoldable.because(unknown);
      }
      throw PythonError.of("TypeError", "not all arguments converted during string formatting", at);
    }
    return result.append(template, end, template.length()).toString();
  }

  private static Value entry(Machine machine, Value values, String key, Location at) {
    if (values instanceof Value.DictOf(DictEntries entries)) {
      Value found = entries.lookUp(new Value.Str(key));
      if (found != null) {
        return found;
      }
      if (entries.open().isPresent()) {
        throw NotFoldable.because(entries.open().get());
      }
      throw PythonError.of("KeyError", "'" + key + "'", at);
    }
    if (values instanceof Value.Instance) {
      return machine.subscripts().get(values, new Value.Str(key), at);
    }
    throw Types.plain(values)
        ? PythonError.of("TypeError", "format requires a mapping", at)
        : NotFoldable.because(values);
  }

  private static String field(
      Machine machine, Matcher matcher, char type, Value value, Location at) {
    String flags = matcher.group("flags");
    String width = matcher.group("width");
    String precision = matcher.group("precision");
    if (width.equals("*") || "*".equals(precision) || value instanceof Value.Unknown) {
      throw NotFoldable.because(value);
    }
    boolean number = "dixXoeEfFgGu".indexOf(type) >= 0;
    String places = precision == null ? "" : "." + (precision.isEmpty() ? "0" : precision);
    StringBuilder spec = new StringBuilder();
    if (flags.contains("-")) {
      spec.append('<');
    } else if (flags.contains("0") && number) {
      spec.append("0=");
    } else {
      spec.append('>');
    }
    if (number) {
      spec.append(flags.contains("+") ? "+" : flags.contains(" ") ? " " : "");
      spec.append(flags.contains("#") ? "#" : "");
    }
    spec.append(width);
    return switch (type) {
      case 's' -> text(machine, machine.text().str(value, at), spec + places, at);
      case 'r', 'a' -> text(machine, machine.text().repr(value, at), spec + places, at);
      case 'c' ->
          text(
              machine,
              value instanceof Value.Str(String one)
                  ? one
                  : Character.toString(Numbers.index(value)),
              spec.toString(),
              at);
      case 'd', 'i', 'u' -> {
        if (!places.isEmpty()) {
          throw NotFoldable.symbolic();
        }
        Value whole =
            value instanceof Value.Float(double real)
                ? new Value.Int(new java.math.BigDecimal(real).toBigInteger())
                : value;
        yield number(machine, whole, spec + "d", at);
      }
      case 'x', 'X', 'o' -> number(machine, value, spec.toString() + type, at);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> number(machine, value, spec + places + type, at);
      default ->
          throw PythonError.of(
              "ValueError",
              String.format(Locale.ROOT, "unsupported format character '%c'", type),
              at);
    };
  }

  private static String text(Machine machine, String text, String spec, Location at) {
    return Formatting.format(machine, new Value.Str(text), spec, at);
  }

  private static String number(Machine machine, Value value, String spec, Location at) {
    if (!Numbers.isNumber(value)) {
      if (value instanceof Value.EnumMember member && EnumClasses.isMixed(member.type())) {
        return number(machine, member.value(), spec, at);
      }
      throw Types.plain(value)
          ? PythonError.of("TypeError", "%d format: a real number is required", at)
          : NotFoldable.because(value);
    }
    return Formatting.format(machine, value, spec, at);
  }
}
