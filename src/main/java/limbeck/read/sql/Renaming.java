package limbeck.read.sql;

import java.util.List;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** Another name for an object that is carried as text: the old one goes, the new one comes. */
final class Renaming {
  private Renaming() {}

  /** Returns the operations that give an object another name in its schema. */
  static List<Operation> of(Reading reading, CarriedObject object, ObjectName to) {
    String from = last(object.name());
    SqlText definition = renamed(object.definition(), from, last(to));
    CarriedObject renamed = new CarriedObject(object.kind(), to, definition);
    return List.of(
        new ObjectOperation.RenameObject(
            object, renamed, statement(object, to), statement(renamed, object.name())));
  }

  private static boolean isOnTable(CarriedObject object) {
    return object.kind() == CarriedObject.Kind.TRIGGER
        || object.kind() == CarriedObject.Kind.POLICY;
  }

  private static String last(ObjectName name) {
    String bare = Signatures.bare(name.name());
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static SqlText statement(CarriedObject object, ObjectName to) {
    String name = Identifiers.quoted(last(to));
    if (isOnTable(object)) {
      String both = object.name().name();
      ObjectName table =
          new ObjectName(object.name().schema(), both.substring(0, both.lastIndexOf('.')));
      return new SqlText(
          "ALTER "
              + object.kind().name()
              + " "
              + Identifiers.quoted(last(object.name()))
              + " ON "
              + ObjectForms.written(table)
              + " RENAME TO "
              + name);
    }
    boolean procedure =
        object.definition().text().matches("(?is)\\s*CREATE\\s.*?\\bPROCEDURE\\b.*");
    boolean function = object.kind() == CarriedObject.Kind.FUNCTION;
    String word = function && procedure ? "ROUTINE" : object.kind().name().replace('_', ' ');
    ObjectName bare = new ObjectName(object.name().schema(), Signatures.bare(object.name().name()));
    return new SqlText("ALTER " + word + " " + ObjectForms.written(bare) + " RENAME TO " + name);
  }

  /** The first time that the name stands in its definition is where it is created. */
  private static SqlText renamed(SqlText definition, String from, String to) {
    for (SqlToken token : SqlLexer.tokens(definition.text())) {
      if (token.isName() && token.value().equals(from)) {
        return new SqlText(
            definition.text().substring(0, token.start())
                + Identifiers.quoted(to)
                + definition.text().substring(token.end()));
      }
    }
    return definition;
  }
}
