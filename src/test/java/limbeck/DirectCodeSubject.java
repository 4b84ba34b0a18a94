package limbeck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class with everything that the build writes out: {@link DirectCodeTest} asks it. */
final class DirectCodeSubject {
  private DirectCodeSubject() {}

  private sealed interface Shape {
    private static String kind(Shape shape) {
      return switch (shape) {
        case Round _ -> "round";
        case Cornered it -> "cornered" + it.corners();
      };
    }
  }

  private record Round() implements Shape {}

  private record Cornered(int corners, String name) implements Shape {}

  private record Everything(
      boolean flag,
      byte small,
      char letter,
      short middle,
      int number,
      long large,
      float rough,
      double fine,
      @Nullable String text,
      @Nullable List<Shape> shapes) {}

  private static String guarded(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Cornered(int corners, String name) when corners > 3 -> name + corners;
      case Cornered(int corners, String _) -> "few" + corners;
      case String text when text.isEmpty() -> "empty";
      case Integer number when number > 5 -> "large";
      case CharSequence text -> "text" + text.length();
      case Integer number -> "small" + number;
      case int[] numbers -> "array" + numbers.length;
      default -> value.getClass().getSimpleName();
    };
  }

  /** Returns everything the code says of many values. */
  public static String exercise() {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(null);
    values.addAll(
        List.of(
            new Round(),
            new Cornered(3, "triangle"),
            new Cornered(4, "square"),
            new Cornered(4, "square"),
            "",
            "long",
            3,
            8,
            2.5,
            new int[] {1, 2}));
    for (int i = 0; i < 12; i++) {
      values.add(
          new Everything(
              i != 1,
              (byte) (i == 2 ? 1 : 0),
              i == 3 ? 'a' : 'b',
              (short) (i == 4 ? 1 : 0),
              i == 5 ? 1 : 0,
              i == 6 ? 1L << 40 : 0,
              i == 7 ? -0.0f : 0.0f,
              i == 8 ? Double.NaN : 1.5,
              i == 9 ? null : "text",
              i == 10 ? List.of() : List.of(new Round(), new Cornered(1, "one"))));
    }
    values.add(new Everything(true, (byte) 0, 'b', (short) 0, 0, 0, 0, 1.5, "text", null));
    StringBuilder said = new StringBuilder();
    for (@Nullable Object value : values) {
      said.append(guarded(value)).append(value instanceof Shape it ? Shape.kind(it) : "");
      if (value instanceof Record) {
        said.append(' ').append(value.hashCode()).append(' ').append(value);
      }
      for (@Nullable Object other : values) {
        said.append(value != null && value.equals(other) ? '=' : '.');
      }
      said.append('\n');
    }
    return said.toString();
  }
}
