package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of functions and lambdas, and type parameters. */
final class ParameterParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  ParameterParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** What was read so far of one list of parameters. */
  private static final class Gathered {
    final List<Parameter> positionalOnly = new ArrayList<>(2);
    final List<Parameter> positional = new ArrayList<>(4);
    final List<Parameter> keywordOnly = new ArrayList<>(2);
    Optional<Parameter> variadic = Optional.empty();
    Optional<Parameter> keywords = Optional.empty();
    boolean slash;
    boolean star;
    boolean defaults;
  }

  /** The parameters of a function, with their parentheses. */
  Parameters function() {
    cursor.expect(TokenKind.LEFT_PARENTHESIS, "expected '('");
    Parameters parameters = list(TokenKind.RIGHT_PARENTHESIS, true);
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return parameters;
  }

  /** The parameters of a lambda, up to its colon. */
  Parameters lambda() {
    return list(TokenKind.COLON, false);
  }

  private Parameters list(TokenKind closer, boolean annotated) {
    int start = cursor.start();
    if (cursor.at(closer)) {
      return new Parameters(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          cursor.span(start, start));
    }
    Gathered gathered = new Gathered();
    do {
      parameter(gathered, annotated);
    } while (cursor.accept(TokenKind.COMMA) && !cursor.at(closer));
    if (gathered.star && gathered.variadic.isEmpty() && gathered.keywordOnly.isEmpty()) {
      throw cursor.failure("named arguments must follow bare *");
    }
    return new Parameters(
        List.copyOf(gathered.positionalOnly),
        List.copyOf(gathered.positional),
        gathered.variadic,
        List.copyOf(gathered.keywordOnly),
        gathered.keywords,
        cursor.spanFrom(start));
  }

  private void parameter(Gathered gathered, boolean annotated) {
    if (gathered.keywords.isPresent()) {
      throw cursor.failure("arguments cannot follow var-keyword argument");
    }
    switch (cursor.kind()) {
      case SLASH -> slash(gathered);
      case STAR -> star(gathered, annotated);
      case DOUBLE_STAR -> {
        cursor.advance();
        gathered.keywords = Optional.of(withoutDefault(annotated, false, "var-keyword"));
      }
      default -> ordinary(gathered, annotated);
    }
  }

  private void slash(Gathered gathered) {
    if (gathered.slash) {
      throw cursor.failure("/ may appear only once");
    }
    if (gathered.star) {
      throw cursor.failure("/ must be ahead of *");
    }
    if (gathered.positional.isEmpty()) {
      throw cursor.failure("at least one argument must precede /");
    }
    cursor.advance();
    gathered.slash = true;
    gathered.positionalOnly.addAll(gathered.positional);
    gathered.positional.clear();
  }

  private void star(Gathered gathered, boolean annotated) {
    if (gathered.star) {
      throw cursor.failure("* argument may appear only once");
    }
    cursor.advance();
    gathered.star = true;
    if (cursor.at(TokenKind.NAME)) {
      gathered.variadic = Optional.of(withoutDefault(annotated, true, "var-positional"));
    } else if (!cursor.at(TokenKind.COMMA)) {
      throw cursor.failure("named arguments must follow bare *");
    }
  }

  private Parameter withoutDefault(boolean annotated, boolean starAnnotation, String which) {
    int start = cursor.start();
    String name = cursor.name();
    Optional<Expression> annotation = annotation(annotated, starAnnotation);
    if (cursor.at(TokenKind.EQUAL)) {
      throw cursor.failure(which + " argument cannot have default value");
    }
    return new Parameter(name, annotation, Optional.empty(), cursor.spanFrom(start));
  }

  private void ordinary(Gathered gathered, boolean annotated) {
    int start = cursor.start();
    String name = cursor.name();
    Optional<Expression> annotation = annotation(annotated, false);
    var span = cursor.spanFrom(start);
    Optional<Expression> value = Optional.empty();
    if (cursor.accept(TokenKind.EQUAL)) {
      if (cursor.at(TokenKind.COMMA) || cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
        throw new SyntaxFailure(
            "expected default value expression", cursor.previousStart(), cursor.lastEnd());
      }
      value = Optional.of(grammar.expressions.expression());
      gathered.defaults |= !gathered.star;
    } else if (gathered.defaults && !gathered.star) {
      throw cursor.failure("parameter without a default follows parameter with a default", span);
    }
    Parameter parameter = new Parameter(name, annotation, value, span);
    if (gathered.star) {
      gathered.keywordOnly.add(parameter);
    } else {
      gathered.positional.add(parameter);
    }
  }

  private Optional<Expression> annotation(boolean annotated, boolean star) {
    if (!annotated || !cursor.accept(TokenKind.COLON)) {
      return Optional.empty();
    }
    return Optional.of(
        star ? grammar.expressions.starExpression() : grammar.expressions.expression());
  }

  /** Type parameters in brackets (PEP 695, defaults by PEP 696), when there are any. */
  List<TypeParameter> types() {
    if (!cursor.accept(TokenKind.LEFT_BRACKET)) {
      return List.of();
    }
    if (cursor.at(TokenKind.RIGHT_BRACKET)) {
      throw cursor.failure("Type parameter list cannot be empty");
    }
    List<TypeParameter> parameters = new ArrayList<>(2);
    do {
      parameters.add(type());
    } while (cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_BRACKET));
    cursor.expect(TokenKind.RIGHT_BRACKET);
    return List.copyOf(parameters);
  }

  private TypeParameter type() {
    int start = cursor.start();
    TypeParameter.Kind kind =
        switch (cursor.kind()) {
          case STAR -> TypeParameter.Kind.TYPE_VAR_TUPLE;
          case DOUBLE_STAR -> TypeParameter.Kind.PARAM_SPEC;
          default -> TypeParameter.Kind.TYPE_VAR;
        };
    if (kind != TypeParameter.Kind.TYPE_VAR) {
      cursor.advance();
    }
    String name = cursor.name();
    Optional<Expression> bound = Optional.empty();
    if (kind == TypeParameter.Kind.TYPE_VAR && cursor.accept(TokenKind.COLON)) {
      bound = Optional.of(grammar.expressions.expression());
    }
    Optional<Expression> value = Optional.empty();
    if (cursor.accept(TokenKind.EQUAL)) {
      value =
          Optional.of(
              kind == TypeParameter.Kind.TYPE_VAR_TUPLE
                  ? grammar.expressions.starExpression()
                  : grammar.expressions.expression());
    }
    return new TypeParameter(kind, name, bound, value, cursor.spanFrom(start));
  }
}
