package limbeck.workflow;

import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;
import limbeck.text.SourceFile;

/** The docstring of a file. */
final class Docstring {
  private Docstring() {}

  /** Returns its text, with plain line breaks and without blank ends; empty when there is none. */
  static String of(SourceFile file) {
    SyntaxTree tree = Parser.parse(file);
    if (tree.body().isEmpty()
        || !(tree.body().getFirst() instanceof Statement.Expr(Expression value, var _))
        || !(value instanceof Expression.Constant(Literal.Str(String text, boolean _), var _))) {
      return "";
    }
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
