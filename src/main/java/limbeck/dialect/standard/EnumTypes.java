package limbeck.dialect.standard;

import java.util.List;
import limbeck.operation.TypeOperation;
import limbeck.schema.Schema;

/** Operations on enum types. */
@FunctionalInterface
public interface EnumTypes {
  /** Returns the statements of an operation; none where the database needs none. */
  List<Sql> lower(TypeOperation operation, Schema before);
}
