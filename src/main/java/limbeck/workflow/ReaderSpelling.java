package limbeck.workflow;

import limbeck.dialect.Dialect;
import limbeck.read.SqlSpelling;
import limbeck.schema.SqlType;

/** A dialect as the readers ask it. */
record ReaderSpelling(Dialect dialect) implements SqlSpelling {
  @Override
  public String quote(String identifier) {
    return dialect.quote(identifier);
  }

  @Override
  public String spell(SqlType type) {
    return dialect.spell(type);
  }
}
