package limbeck.operation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Gives an object carried as text another name, and to what uses it. */
final class RenamedObject {
  private RenamedObject() {}

  static void apply(ObjectOperation.RenameObject operation, Fold fold) {
    CarriedObject from = operation.from();
    CarriedObject to = operation.to();
    String key = Schema.objectKey(from.kind(), from.name());
    if (!fold.schema().objects().containsKey(key)) {
      fold.problem("there is no " + ApplyObject.words(from.kind()) + " " + from.name());
      return;
    }
    if (from.kind() == CarriedObject.Kind.TRIGGER && from.name().equals(to.name())) {
      return; // The one object that may be given the name it has.
    }
    if (fold.schema().objects().containsKey(Schema.objectKey(to.kind(), to.name()))) {
      fold.problem(ApplyObject.words(to.kind()) + " " + to.name() + " exists already");
      return;
    }
    if (from.kind() == CarriedObject.Kind.DOMAIN) {
      fold.changeAll(
          table ->
              table.withColumns(table.columns().stream().map(it -> of(it, from, to)).toList()));
    }
    SortedMap<String, CarriedObject> objects = new TreeMap<>();
    for (CarriedObject object : fold.schema().objects().values()) {
      CarriedObject after =
          object.kind() == from.kind() && object.name().equals(from.name())
              ? to
              : follow(object, from, to);
      objects.put(Schema.objectKey(after.kind(), after.name()), after);
    }
    Schema schema = fold.schema();
    fold.set(
        new Schema(
            schema.tables(), schema.enums(), schema.sequences(), schema.namespaces(), objects));
  }

  private static Column of(Column column, CarriedObject from, CarriedObject to) {
    return column.type() instanceof SqlType.Named(String name, var arguments)
            && name.equals(from.name().toString())
        ? column.withType(new SqlType.Named(to.name().toString(), arguments))
        : column;
  }

  /** The body of a function is a text to the database, which follows nothing. */
  private static CarriedObject follow(CarriedObject object, CarriedObject from, CarriedObject to) {
    Optional<SqlText> definition =
        switch (object.kind()) {
          case FUNCTION, EXTENSION, DOMAIN -> Optional.empty();
          case TRIGGER, POLICY, VIEW, MATERIALIZED_VIEW ->
              switch (from.kind()) {
                case FUNCTION -> Optional.of(calls(object.definition(), from, to));
                case VIEW, MATERIALIZED_VIEW ->
                    Optional.of(
                        Identifiers.rename(
                            object.definition(), from.name().name(), to.name().name()));
                case TRIGGER, POLICY, EXTENSION, DOMAIN -> Optional.empty();
              };
        };
    return definition.map(it -> new CarriedObject(object.kind(), object.name(), it)).orElse(object);
  }

  private static SqlText calls(SqlText definition, CarriedObject from, CarriedObject to) {
    Pattern call =
        Pattern.compile("(?<![\\w$\"'])\"?" + Pattern.quote(bare(from.name())) + "\"?(?=\\s*\\()");
    return new SqlText(
        call.matcher(definition.text())
            .replaceAll(Matcher.quoteReplacement(Identifiers.quoted(bare(to.name())))));
  }

  private static String bare(ObjectName name) {
    int arguments = name.name().indexOf('(');
    return arguments < 0 ? name.name() : name.name().substring(0, arguments);
  }
}
