package limbeck.python.evaluate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** Dates and times of {@code datetime} that are made of constants, as texts. */
final class Moments {
  private static final List<String> PARTS =
      List.of("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo");

  private Moments() {}

  static boolean hasMethod(Value.Call call, String name) {
    return name.equals("isoformat") && parts(call).isPresent();
  }

  /** Returns {@code str()} of a moment; empty when it is none, or not made of constants. */
  static Optional<String> text(Value.Call call) {
    return parts(call).flatMap(it -> text(call, it, " "));
  }

  /** Returns {@code isoformat()} of a moment. */
  static Value isoformat(Value.Call call, Arguments arguments) {
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
    int[] numbers = new int[PARTS.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      switch (parts.get(PARTS.get(i))) {
        case null -> {
          if (i < 3) {
            return Optional.empty();
          }
        }
        case Value.Int(var number) when number.bitLength() < Integer.SIZE ->
            numbers[i] = number.intValue();
        default -> {
          return Optional.empty();
        }
      }
    }
    Optional<String> zone = zone(parts.get("tzinfo"));
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(numbers[0], numbers[1], numbers[2]);
      String day = "%04d-%02d-%02d".formatted(numbers[0], numbers[1], numbers[2]);
      if (isDate(call)) {
        return Optional.of(day);
      }
      LocalDateTime time = date.atTime(numbers[3], numbers[4], numbers[5]);
      String fraction = numbers[6] == 0 ? "" : ".%06d".formatted(numbers[6]);
      return Optional.of(
          day
              + separator
              + "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond())
              + fraction
              + zone.get());
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
}
