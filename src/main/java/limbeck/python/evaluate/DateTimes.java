package limbeck.python.evaluate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Dates and moments that a program states with constants, as text. */
final class DateTimes {
  static final Set<String> METHODS = Set.of("isoformat", "strftime");

  private static final List<String> PARTS =
      List.of("year", "month", "day", "hour", "minute", "second", "microsecond");

  private DateTimes() {}

  /** Returns the text that a method of a date or moment gives. */
  static Value call(Value.Call of, String name, Arguments arguments) {
    LocalDateTime moment = moment(of).orElseThrow(() -> NotFoldable.symbolic());
    if (name.equals("strftime")) {
      return new Value.Str(formatted(moment, arguments.text(0)));
    }
    String date =
        "%04d-%02d-%02d"
            .formatted(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth());
    if (of.name().equals("datetime.date")) {
      return new Value.Str(date);
    }
    if (!arguments.keywords().isEmpty()) {
      throw NotFoldable.symbolic();
    }
    String separator = arguments.positional().isEmpty() ? "T" : arguments.text(0);
    int micro = moment.getNano() / 1000;
    return new Value.Str(
        date
            + separator
            + "%02d:%02d:%02d".formatted(moment.getHour(), moment.getMinute(), moment.getSecond())
            + (micro == 0 ? "" : ".%06d".formatted(micro))
            + offset(of));
  }

  private static Optional<LocalDateTime> moment(Value.Call call) {
    int[] parts = new int[PARTS.size()];
    for (int i = 0; i < parts.length; i++) {
      Value value =
          i < call.arguments().size()
              ? call.arguments().get(i)
              : call.keywords().getOrDefault(PARTS.get(i), i < 3 ? Value.NONE : Value.Int.of(0));
      if (!(value instanceof Value.Int(var number)) || number.bitLength() > 30) {
        return Optional.empty();
      }
      parts[i] = number.intValue();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] * 1000));
    } catch (DateTimeException e) {
      // Python would raise; whatever comes of that is not known here.
      return Optional.empty();
    }
  }

  private static String offset(Value.Call call) {
    Value zone =
        call.arguments().size() > PARTS.size()
            ? call.arguments().get(PARTS.size())
            : call.keywords().getOrDefault("tzinfo", Value.NONE);
    return switch (zone) {
      case Value.None _ -> "";
      case Value.Symbol(String name)
          when name.equals("datetime.timezone.utc") || name.equals("datetime.UTC") ->
          "+00:00";
      case Value.Attribute(Value.Symbol(String owner), String name)
          when owner.equals("datetime.timezone") && name.equals("utc") ->
          "+00:00";
      default -> throw NotFoldable.symbolic();
    };
  }

  private static String formatted(LocalDateTime moment, String format) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char letter = format.charAt(at++);
      if (letter != '%' || at == format.length()) {
        text.append(letter);
        continue;
      }
      char directive = format.charAt(at++);
      if (directive == '%') {
        text.append('%');
        continue;
      }
      int value =
          switch (directive) {
            case 'Y' -> moment.getYear();
            case 'm' -> moment.getMonthValue();
            case 'd' -> moment.getDayOfMonth();
            case 'H' -> moment.getHour();
            case 'M' -> moment.getMinute();
            case 'S' -> moment.getSecond();
            default -> throw NotFoldable.symbolic();
          };
      text.append((directive == 'Y' ? "%04d" : "%02d").formatted(value));
    }
    return text.toString();
  }
}
