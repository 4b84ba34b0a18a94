package limbeck.dialect.postgresql;

import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardObjects;
import limbeck.schema.CarriedObject;

/** PostgreSQL's objects: extensions besides the standard ones. */
final class Objects extends StandardObjects {
  Objects(Spelling spelling) {
    super(spelling);
  }

  @Override
  protected Sql createObject(CarriedObject object, boolean replace) {
    if (object.kind() != CarriedObject.Kind.EXTENSION) {
      return super.createObject(object, replace);
    }
    return Sql.of(
        "CREATE EXTENSION "
            + (replace ? "IF NOT EXISTS " : "")
            + spelling.quoting().quote(object.name().name())
            + object
                .name()
                .schema()
                .map(it -> " SCHEMA " + spelling.quoting().quote(it))
                .orElse(""));
  }
}
