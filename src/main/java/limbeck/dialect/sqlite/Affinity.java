package limbeck.dialect.sqlite;

import java.util.Locale;
import java.util.Optional;
import limbeck.schema.SqlType;

/**
 * What SQLite makes of a declared type: it looks for parts of the word, in this order
 * ("Determination Of Column Affinity").
 */
enum Affinity {
  /** Whole numbers. */
  INTEGER(new SqlType.IntegerType(SqlType.IntegerSize.NORMAL)),
  /** Text. */
  TEXT(new SqlType.Text(Optional.empty())),
  /** Bytes, or anything. */
  BLOB(new SqlType.Binary(Optional.empty())),
  /** Floating numbers. */
  REAL(new SqlType.Real()),
  /** Numbers, and text that is none. */
  NUMERIC(new SqlType.Numeric(Optional.empty(), Optional.empty()));

  private final SqlType type;

  Affinity(SqlType type) {
    this.type = type;
  }

  /** Returns the type that stands for it. */
  SqlType type() {
    return type;
  }

  /** Returns the affinity of a declared type. */
  static Affinity of(String declared) {
    String word = declared.toUpperCase(Locale.ROOT);
    if (word.contains("INT")) {
      return INTEGER;
    }
    if (word.contains("CHAR") || word.contains("CLOB") || word.contains("TEXT")) {
      return TEXT;
    }
    if (word.contains("BLOB") || word.isEmpty()) {
      return BLOB;
    }
    if (word.contains("REAL") || word.contains("FLOA") || word.contains("DOUB")) {
      return REAL;
    }
    return NUMERIC;
  }
}
