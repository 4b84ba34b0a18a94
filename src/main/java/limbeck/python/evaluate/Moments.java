package limbeck.python.evaluate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Dates and times of {@code datetime} that are made of constants, as texts. */
final class Moments {
  private static final List<String> PARTS =
      List.of("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo");

  static final Set<String> METHODS = Set.of("isoformat", "strftime");

  private Moments() {}

  /** Returns {@code str()} of a moment; empty when it is none, or not made of constants. */
  static Optional<String> text(Value.Call call) {
    return parts(call).flatMap(it -> text(call, it, " "));
  }

  /** Returns the text that a method of a date or moment gives. */
  static Value call(Value.Call call, String name, Arguments arguments) {
    if (name.equals("strftime")) {
      LocalDateTime moment =
          parts(call).flatMap(Moments::moment).orElseThrow(NotFoldable::symbolic);
      return new Value.Str(formatted(moment, arguments.text(0)));
    }
    if (!arguments.keywords().isEmpty()) {
      throw NotFoldable.symbolic();
    }
    String separator = arguments.positional().isEmpty() ? "T" : arguments.text(0);
    return parts(call)
        .flatMap(it -> text(call, it, separator))
        .<Value>map(Value.Str::new)
        .orElseThrow(NotFoldable::symbolic);
  }

  private static boolean isDate(Value.Call call) {
    return call.name().equals("datetime.date");
  }

  private static Optional<String> text(
      Value.Call call, Map<String, Value> parts, String separator) {
    Optional<String> zone = zone(parts.get("tzinfo"));
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    return moment(parts)
        .map(
            it -> {
              String day =
                  "%04d-%02d-%02d".formatted(it.getYear(), it.getMonthValue(), it.getDayOfMonth());
              return isDate(call) ? day : day + separator + time(it) + zone.get();
            });
  }

  private static String time(LocalDateTime moment) {
    int micro = moment.getNano() / 1000;
    String time =
        "%02d:%02d:%02d".formatted(moment.getHour(), moment.getMinute(), moment.getSecond());
    return micro == 0 ? time : time + ".%06d".formatted(micro);
  }

  private static Optional<LocalDateTime> moment(Map<String, Value> parts) {
    int[] numbers = new int[PARTS.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      switch (parts.get(PARTS.get(i))) {
        case null -> {
          if (i < 3) {
            return Optional.empty();
          }
        }
        case Value.Int(var number) when number.bitLength() < 21 -> numbers[i] = number.intValue();
        default -> {
          return Optional.empty();
        }
      }
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              numbers[5],
              numbers[6] * 1000));
    } catch (DateTimeException e) {
      // Python would raise here; what then happens to the program is not for a text to say.
      return Optional.empty();
    }
  }

  /** Other zones than UTC have rules of their own, which are not known here. */
  private static Optional<String> zone(@org.jspecify.annotations.Nullable Value zone) {
    return switch (zone) {
      case null -> Optional.of("");
      case Value.None _ -> Optional.of("");
      case Value.Symbol(String name)
          when name.equals("datetime.timezone.utc") || name.equals("datetime.UTC") ->
          Optional.of("+00:00");
      case Value.Attribute(Value.Symbol(String of), String name)
          when of.equals("datetime.timezone") && name.equals("utc") ->
          Optional.of("+00:00");
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, Value>> parts(Value.Call call) {
    boolean moment = isDate(call) || call.name().equals("datetime.datetime");
    if (!moment || call.arguments().size() > PARTS.size()) {
      return Optional.empty();
    }
    Map<String, Value> parts = new java.util.HashMap<>(call.keywords());
    for (int i = 0; i < call.arguments().size(); i++) {
      parts.put(PARTS.get(i), call.arguments().get(i));
    }
    return PARTS.containsAll(parts.keySet()) ? Optional.of(parts) : Optional.empty();
  }

  private static String formatted(LocalDateTime moment, String format) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      boolean directive = format.charAt(at) == '%' && at + 1 < format.length();
      text.append(directive ? part(moment, format.charAt(at + 1)) : format.substring(at, at + 1));
      at += directive ? 2 : 1;
    }
    return text.toString();
  }

  private static String part(LocalDateTime moment, char directive) {
    return switch (directive) {
      case '%' -> "%";
      case 'Y' -> "%04d".formatted(moment.getYear());
      case 'm' -> "%02d".formatted(moment.getMonthValue());
      case 'd' -> "%02d".formatted(moment.getDayOfMonth());
      case 'H' -> "%02d".formatted(moment.getHour());
      case 'M' -> "%02d".formatted(moment.getMinute());
      case 'S' -> "%02d".formatted(moment.getSecond());
      default -> throw NotFoldable.symbolic();
    };
  }
}
