package limbeck.dialect.postgresql.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Quoting;
import limbeck.dialect.standard.Tokens;
import limbeck.schema.SqlText;

/**
 * SQL expressions in one form, so that what a model states equals what the catalog prints for it:
 * {@code status IN ('a', 'b')} and {@code ((status)::text = ANY (ARRAY['a'::character varying…}.
 *
 * <p>It is conservative: two texts of one form surely mean the same, two of different forms may.
 * What is not parsed (sub-queries, windows) only has blanks and the case of words made one.
 */
public final class ExpressionText {
  private final Quoting quoting;

  /** Writes names with the database's quotes. */
  public ExpressionText(Quoting quoting) {
    this.quoting = quoting;
  }

  /** Returns the one form of an expression over the columns of a table. */
  public SqlText canonical(SqlText expression, ColumnTypes columns) {
    return new SqlText(
        parsed(expression, columns)
            .map(it -> new Printer(quoting).print(it))
            .orElseGet(() -> spaced(expression.text())));
  }

  /**
   * What an index is over: the server keeps a collation, and a plain column, apart from
   * expressions.
   *
   * @param column the column, where it is nothing but one
   * @param expression in one form, without its collation
   * @param collation its collation
   */
  public record Indexed(Optional<String> column, SqlText expression, Optional<String> collation) {}

  /** Returns the parts of an index's expression. */
  public Indexed indexed(SqlText expression, ColumnTypes columns) {
    Optional<Expression> parsed = parsed(expression, columns);
    if (parsed.isEmpty()) {
      return new Indexed(
          Optional.empty(), new SqlText(spaced(expression.text())), Optional.empty());
    }
    return parsed.get() instanceof Expression.Collate(Expression operand, String collation)
        ? indexed(operand, Optional.of(collation))
        : indexed(parsed.get(), Optional.empty());
  }

  private Indexed indexed(Expression expression, Optional<String> collation) {
    Optional<String> column =
        expression instanceof Expression.Name(var parts) && parts.size() == 1
            ? Optional.of(parts.getFirst())
            : Optional.empty();
    return new Indexed(column, new SqlText(new Printer(quoting).print(expression)), collation);
  }

  /** Returns the value, where the expression is a value rather than something to compute. */
  public ConstantValue asConstant(SqlText expression) {
    return parsed(expression, ColumnTypes.NONE).map(ConstantValue::of).orElse(ConstantValue.NONE);
  }

  private static Optional<Expression> parsed(SqlText expression, ColumnTypes columns) {
    try {
      return Optional.of(new Rewriter(columns).rewrite(ExpressionParser.parse(expression.text())));
    } catch (ExpressionParser.Unparsed gap) {
      return Optional.empty();
    }
  }

  private static String spaced(String text) {
    return Tokens.of(text).stream()
        .map(it -> it.kind() == Tokens.Kind.WORD ? it.text().toLowerCase(Locale.ROOT) : it.text())
        .collect(Collectors.joining(" "));
  }
}
