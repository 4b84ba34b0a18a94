package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Calls whose arguments the server spells in another way. Those with words between their arguments,
 * which the SQL standard asks for, its parser turns into plain ones, and printed them so before
 * version 14.
 */
final class StandardCalls {
  private static final Expression FROM = new Expression.Separator("from");
  private static final Expression FOR = new Expression.Separator("for");
  private static final Expression IN = new Expression.Separator("in");

  /** Functions with a name of a text search configuration before their other arguments. */
  private static final Set<String> TEXT_SEARCH =
      Set.of(
          "to_tsvector",
          "to_tsquery",
          "plainto_tsquery",
          "phraseto_tsquery",
          "websearch_to_tsquery",
          "ts_headline");

  private StandardCalls() {}

  /** Returns arguments without the casts of literals that the function's signature asks for. */
  static List<Expression> withoutOwnCasts(String function, List<Expression> arguments) {
    int place;
    String type;
    if (TEXT_SEARCH.contains(function) && arguments.size() > 1) {
      place = 0;
      type = "regconfig";
    } else if (function.equals("setweight") && arguments.size() > 1) {
      place = 1;
      type = "char";
    } else {
      return arguments;
    }
    if (arguments.get(place) instanceof Expression.Cast(Expression.Text text, String cast)
        && cast.equals(type)) {
      List<Expression> result = new ArrayList<>(arguments);
      result.set(place, text);
      return result;
    }
    return arguments;
  }

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
