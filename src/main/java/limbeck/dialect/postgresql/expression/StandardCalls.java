package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls with words between their arguments, which the SQL standard asks for: the parser of the
 * server turns them into plain ones, and printed them so before version 14.
 */
final class StandardCalls {
  private static final Expression FROM = new Expression.Separator("from");
  private static final Expression FOR = new Expression.Separator("for");
  private static final Expression IN = new Expression.Separator("in");

  private StandardCalls() {}

  /** Returns a call without words between its arguments, where the server knows one. */
  static Expression plain(String function, List<Expression> arguments) {
    return switch (function) {
      case "trim" -> trim(arguments);
      case "position" -> position(arguments);
      case "substring", "overlay" -> new Expression.Call(function, withoutWords(arguments));
      default -> new Expression.Call(function, arguments);
    };
  }

  private static Expression trim(List<Expression> arguments) {
    List<Expression> left = new ArrayList<>(arguments);
    String function = "btrim";
    if (!left.isEmpty()
        && left.getFirst() instanceof Expression.Separator(String word)
        && !word.equals("from")) {
      left.removeFirst();
      function =
          switch (word) {
            case "leading" -> "ltrim";
            case "trailing" -> "rtrim";
            default -> "btrim";
          };
    }
    // What is cut off stands before FROM, the text after it.
    boolean turned = left.size() == 3 && left.get(1).equals(FROM);
    left.removeIf(FROM::equals);
    return new Expression.Call(function, turned ? left.reversed() : left);
  }

  private static Expression position(List<Expression> arguments) {
    return arguments.size() == 3 && arguments.get(1).equals(IN)
        ? new Expression.Call("position", List.of(arguments.get(2), arguments.get(0)))
        : new Expression.Call("position", arguments);
  }

  /** FROM and FOR in their usual order; FOR alone counts from the first character. */
  private static List<Expression> withoutWords(List<Expression> arguments) {
    int length = arguments.indexOf(FOR);
    int start = arguments.indexOf(FROM);
    if (length >= 0 && (start < 0 || start > length)) {
      return arguments;
    }
    return arguments.stream().filter(it -> !(it instanceof Expression.Separator)).toList();
  }
}
