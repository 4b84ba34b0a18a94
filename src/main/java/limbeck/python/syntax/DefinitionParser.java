package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** Functions and classes with their decorators. */
final class DefinitionParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  DefinitionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Statement decorated() {
    List<Expression> decorators = new ArrayList<>(2);
    while (cursor.accept(TokenKind.AT)) {
      decorators.add(grammar.expressions.namedExpression());
      cursor.expect(TokenKind.NEWLINE);
    }
    int start = cursor.start();
    boolean async = cursor.accept(TokenKind.ASYNC);
    if (!async && cursor.at(TokenKind.CLASS)) {
      return classStatement(List.copyOf(decorators));
    }
    if (!cursor.at(TokenKind.DEF)) {
      throw cursor.invalid();
    }
    return function(List.copyOf(decorators), start, async);
  }

  Statement function(List<Expression> decorators, int start, boolean async) {
    int keyword = cursor.start();
    cursor.advance();
    int nameStart = cursor.start();
    String name = cursor.name();
    Span nameSpan = cursor.spanFrom(nameStart);
    List<TypeParameter> types = grammar.parameters.types();
    Parameters parameters = grammar.parameters.function();
    Optional<Expression> returns =
        cursor.accept(TokenKind.ARROW)
            ? Optional.of(grammar.expressions.expression())
            : Optional.empty();
    grammar.statements.colonAtOnce();
    List<Statement> body = grammar.statements.block("function definition", keyword);
    return new Statement.FunctionDef(
        name,
        parameters,
        body,
        decorators,
        returns,
        types,
        async,
        nameSpan,
        cursor.spanFrom(start));
  }

  Statement classStatement(List<Expression> decorators) {
    int start = cursor.start();
    cursor.advance();
    int nameStart = cursor.start();
    String name = cursor.name();
    Span nameSpan = cursor.spanFrom(nameStart);
    List<TypeParameter> types = grammar.parameters.types();
    TrailerParser.Arguments arguments =
        cursor.at(TokenKind.LEFT_PARENTHESIS)
            ? grammar.trailers.arguments()
            : TrailerParser.Arguments.NONE;
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("class definition", start);
    return new Statement.ClassDef(
        name,
        arguments.positional(),
        arguments.keywords(),
        body,
        decorators,
        types,
        nameSpan,
        cursor.spanFrom(start));
  }
}
