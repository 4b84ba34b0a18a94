package limbeck.render;

import java.util.List;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** The database's own SQL, for what Alembic has no directive for. */
public interface Spelling {
  /**
   * Returns the statements of an operation; none when the database needs none.
   *
   * @param before the schema before the operation
   */
  List<SqlText> statements(Operation operation, Schema before);

  /** Returns a type as written in a column definition. */
  String type(SqlType type);

  /** Returns an identifier, quoted where it must be. */
  String quote(String identifier);
}
