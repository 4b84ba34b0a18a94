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
    return List.of(
        new ObjectOperation.DropObject(object.kind(), object.name(), drop(object), false),
        new ObjectOperation.CreateObject(new CarriedObject(object.kind(), to, definition), false));
  }

  private static boolean isOnTable(CarriedObject object) {
    return object.kind() == CarriedObject.Kind.TRIGGER
        || object.kind() == CarriedObject.Kind.POLICY;
  }

  private static String last(ObjectName name) {
    String bare = Signatures.bare(name.name());
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static SqlText drop(CarriedObject object) {
    if (isOnTable(object)
        && ObjectForms.dropOnTable(object) instanceof ObjectOperation.DropObject drop) {
      return drop.statement();
    }
    String word = object.kind().name().replace('_', ' ');
    ObjectName bare = new ObjectName(object.name().schema(), Signatures.bare(object.name().name()));
    return new SqlText("DROP " + word + " " + ObjectForms.written(bare));
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
