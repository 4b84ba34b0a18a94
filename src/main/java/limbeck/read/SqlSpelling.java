package limbeck.read;

import limbeck.schema.SqlType;

/** How the chosen database writes identifiers and types inside SQL expressions. */
public interface SqlSpelling {
  /** Returns an identifier, quoted where the database asks for it. */
  String quote(String identifier);

  /** Returns a type as written in a CAST. */
  String spell(SqlType type);
}
