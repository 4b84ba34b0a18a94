package limbeck.render;

import limbeck.operation.DataOperation.RequireNoRows;

/** A check of rows that PostgreSQL carries out itself, so that it works offline as well. */
final class RowCheck {
  private RowCheck() {}

  /** Returns a block that raises the message when the query returns a row. */
  static String postgresql(RequireNoRows check) {
    String quote = dollarQuote(check.query().text() + check.message());
    String query = check.query().text().strip().replace("\n", "\n        ");
    return """
        DO %1$s
        BEGIN
            IF EXISTS (
                %2$s
            ) THEN
                RAISE EXCEPTION USING MESSAGE = '%3$s';
            END IF;
        END
        %1$s"""
        .formatted(quote, query, check.message().replace("'", "''"));
  }

  /** Returns a quotation mark that the text does not contain. */
  private static String dollarQuote(String text) {
    String quote = "$$";
    for (int i = 1; text.contains(quote); i++) {
      quote = "$check" + i + "$";
    }
    return quote;
  }
}
