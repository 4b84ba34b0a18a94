package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two import statements. */
final class ImportParser {
  private static final String NO_NAMES = "Expected one or more names after 'import'";

  private final TokenCursor cursor;

  ImportParser(Grammar grammar) {
    this.cursor = grammar.cursor;
  }

  Statement importModules() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.at(TokenKind.NEWLINE)) {
      throw cursor.failure(NO_NAMES);
    }
    List<ImportAlias> names = new ArrayList<>(2);
    do {
      int nameStart = cursor.start();
      String name = dottedName();
      Optional<String> alias = alias();
      names.add(new ImportAlias(name, alias, cursor.spanFrom(nameStart)));
    } while (cursor.accept(TokenKind.COMMA));
    return new Statement.Import(List.copyOf(names), cursor.spanFrom(start));
  }

  private String dottedName() {
    String name = cursor.name();
    if (!cursor.at(TokenKind.DOT)) {
      return name;
    }
    StringBuilder dotted = new StringBuilder(name);
    while (cursor.accept(TokenKind.DOT)) {
      dotted.append('.').append(cursor.name());
    }
    return dotted.toString();
  }

  private Optional<String> alias() {
    return cursor.accept(TokenKind.AS) ? Optional.of(cursor.name()) : Optional.empty();
  }

  Statement importFrom() {
    int start = cursor.start();
    cursor.advance();
    int level = 0;
    while (cursor.at(TokenKind.DOT) || cursor.at(TokenKind.ELLIPSIS)) {
      level += cursor.at(TokenKind.DOT) ? 1 : 3;
      cursor.advance();
    }
    Optional<String> module =
        level > 0 && cursor.at(TokenKind.IMPORT) ? Optional.empty() : Optional.of(dottedName());
    cursor.expect(TokenKind.IMPORT);
    List<ImportAlias> names = importedNames();
    return new Statement.ImportFrom(module, names, level, cursor.spanFrom(start));
  }

  private List<ImportAlias> importedNames() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.STAR)) {
      return List.of(new ImportAlias("*", Optional.empty(), cursor.spanFrom(start)));
    }
    if (cursor.at(TokenKind.NEWLINE)) {
      throw cursor.failure(NO_NAMES);
    }
    boolean parenthesised = cursor.accept(TokenKind.LEFT_PARENTHESIS);
    List<ImportAlias> names = new ArrayList<>(4);
    do {
      if (parenthesised && !names.isEmpty() && cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
        break;
      }
      names.add(importedName(parenthesised, !names.isEmpty()));
    } while (cursor.accept(TokenKind.COMMA));
    if (parenthesised) {
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return List.copyOf(names);
  }

  private ImportAlias importedName(boolean parenthesised, boolean afterComma) {
    int start = cursor.start();
    if (!parenthesised && afterComma && cursor.at(TokenKind.NEWLINE)) {
      throw cursor.failure("trailing comma not allowed without surrounding parentheses");
    }
    String name = cursor.name();
    Optional<String> alias = alias();
    return new ImportAlias(name, alias, cursor.spanFrom(start));
  }
}
