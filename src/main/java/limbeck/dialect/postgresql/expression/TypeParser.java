package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import limbeck.dialect.postgresql.expression.ExpressionParser.Unparsed;
import limbeck.dialect.standard.Tokens.Kind;

/** Parses the name of a type in a cast. */
final class TypeParser {
  private static final Set<String> TIMES = Set.of("time", "timestamp");
  private static final Set<String> VARYING =
      Set.of("character", "char", "bit", "national", "nchar");

  private final TokenCursor tokens;

  TypeParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  /** Returns the type in the form of {@link TypeNames}. */
  String parse() {
    boolean quoted = tokens.peek().kind() == Kind.QUOTED;
    String name = tokens.qualifiedName();
    if (name.equals("interval") && tokens.name() && !tokens.at("from")) {
      throw new Unparsed("an interval of fields");
    }
    if (name.equals("double") && tokens.take("precision")) {
      name = "double precision";
    } else if (VARYING.contains(name)) {
      name = varying(name);
    }
    List<String> arguments = arguments();
    if (TIMES.contains(name)) {
      name = zoned(name);
    }
    String base = quoted ? name : TypeNames.canonical(name, arguments);
    StringBuilder type = new StringBuilder(base);
    while (tokens.at("[") && (tokens.peek(1).is("]") || tokens.peek(2).is("]"))) {
      tokens.take();
      if (!tokens.take("]")) {
        tokens.take();
        tokens.require("]");
      }
      // The server keeps no number of dimensions in a type.
      if (!type.toString().endsWith("[]")) {
        type.append("[]");
      }
    }
    return type.toString();
  }

  private String varying(String word) {
    String name = word;
    if (name.equals("national") && (tokens.at("character") || tokens.at("char"))) {
      tokens.take();
      name = "national character";
    }
    return tokens.take("varying") ? name + " varying" : name;
  }

  private String zoned(String name) {
    if (tokens.at("with") && tokens.peek(1).is("time")) {
      tokens.require("with");
      tokens.require("time");
      tokens.require("zone");
      return name + " with time zone";
    }
    if (tokens.at("without") && tokens.peek(1).is("time")) {
      tokens.require("without");
      tokens.require("time");
      tokens.require("zone");
    }
    return name + " without time zone";
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (tokens.take("(")) {
      do {
        StringBuilder argument = new StringBuilder();
        while (!tokens.at(",") && !tokens.at(")")) {
          argument.append(tokens.next());
        }
        arguments.add(argument.toString());
      } while (tokens.take(","));
      tokens.require(")");
    }
    return arguments;
  }
}
