package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import limbeck.operation.ObjectOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;

/** Operations on schemas (namespaces), sequences and objects carried as text. */
public class StandardObjects {
  private static final Pattern CREATE =
      Pattern.compile("^(\\s*CREATE)\\s+(?!OR\\s+REPLACE\\b)", Pattern.CASE_INSENSITIVE);

  /** The database's fragments. */
  protected final Spelling spelling;

  /** Writes object operations with the fragments of a database. */
  public StandardObjects(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(ObjectOperation operation, Schema before) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace(SchemaName name, boolean ifNotExists) ->
          createNamespace(name, ifNotExists);
      case ObjectOperation.DropNamespace(SchemaName name, boolean ifExists, boolean cascade) ->
          dropNamespace(name, ifExists, cascade);
      case ObjectOperation.CreateSequence(Sequence sequence, boolean ifNotExists) ->
          createSequence(sequence, ifNotExists, before);
      case ObjectOperation.AlterSequence(SequenceName name, var from, var to) ->
          alterSequence(name, from, to);
      case ObjectOperation.DropSequence(SequenceName name, boolean ifExists) ->
          dropSequence(name, ifExists);
      case ObjectOperation.RenameSequence(SequenceName from, SequenceName to) ->
          renameSequence(from, to);
      case ObjectOperation.CreateObject(CarriedObject object, boolean replace) ->
          List.of(createObject(object, replace));
      case ObjectOperation.RenameObject rename -> List.of(Sql.of(rename.statement().text()));
      case ObjectOperation.DropObject drop -> List.of(Sql.of(drop.statement().text()));
    };
  }

  /** Returns {@code CREATE SCHEMA}. */
  protected List<Sql> createNamespace(SchemaName name, boolean ifNotExists) {
    return List.of(
        Sql.of(
            "CREATE SCHEMA "
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + spelling.quoting().quote(name.text())));
  }

  /** Returns {@code DROP SCHEMA}. */
  protected List<Sql> dropNamespace(SchemaName name, boolean ifExists, boolean cascade) {
    return List.of(
        Sql.of(
            "DROP SCHEMA "
                + (ifExists ? "IF EXISTS " : "")
                + spelling.quoting().quote(name.text())
                + (cascade ? " CASCADE" : "")));
  }

  /** Returns {@code CREATE SEQUENCE}. */
  protected List<Sql> createSequence(Sequence sequence, boolean ifNotExists, Schema schema) {
    String options = options(sequence.options());
    return List.of(
        Sql.of(
            "CREATE SEQUENCE "
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + sequence(sequence.name())
                + sequence.type().map(it -> " AS " + spelling.type(it, schema)).orElse("")
                + (options.isEmpty() ? "" : " " + options)));
  }

  /** Returns {@code ALTER SEQUENCE} with what differs. */
  protected List<Sql> alterSequence(SequenceName name, SequenceOptions from, SequenceOptions to) {
    List<String> changes = SequenceClauses.changes(from, to, noCycle());
    return changes.isEmpty()
        ? List.of()
        : List.of(Sql.of("ALTER SEQUENCE " + sequence(name) + " " + String.join(" ", changes)));
  }

  /** Returns {@code DROP SEQUENCE}. */
  protected List<Sql> dropSequence(SequenceName name, boolean ifExists) {
    return List.of(Sql.of("DROP SEQUENCE " + (ifExists ? "IF EXISTS " : "") + sequence(name)));
  }

  /**
   * Returns {@code ALTER SEQUENCE … RENAME TO}, after {@code SET SCHEMA} when the schema differs.
   */
  protected List<Sql> renameSequence(SequenceName from, SequenceName to) {
    List<Sql> result = new ArrayList<>();
    SequenceName moved = new SequenceName(to.schema(), from.name());
    if (!from.schema().equals(to.schema())) {
      String schema =
          to.schema()
              .or(spelling::usualNamespace)
              .orElseThrow(() -> new CannotSpell("the schema that " + from + " moves to is open"));
      result.add(
          Sql.of(
              "ALTER SEQUENCE "
                  + sequence(from)
                  + " SET SCHEMA "
                  + spelling.quoting().quote(schema)));
    }
    if (!from.name().equals(to.name())) {
      result.add(
          Sql.of(
              "ALTER SEQUENCE "
                  + sequence(moved)
                  + " RENAME TO "
                  + spelling.quoting().quote(to.name())));
    }
    return result;
  }

  /** Returns the definition, with {@code OR REPLACE} where asked for and possible. */
  protected Sql createObject(CarriedObject object, boolean replace) {
    return switch (object.kind()) {
      case EXTENSION -> throw new CannotSpell("extensions exist in PostgreSQL only");
      case VIEW, FUNCTION, TRIGGER ->
          Sql.of(replace ? orReplace(object.definition().text()) : object.definition().text());
      case MATERIALIZED_VIEW, POLICY, DOMAIN -> Sql.of(object.definition().text());
    };
  }

  private static String orReplace(String definition) {
    return CREATE.matcher(definition).replaceFirst("$1 OR REPLACE ");
  }

  /** Returns a sequence's name with its schema. */
  protected final String sequence(SequenceName name) {
    return spelling.quoting().qualified(name.schema(), name.name());
  }

  /** Returns the options of a sequence in SQLAlchemy's order. */
  protected final String options(SequenceOptions options) {
    return SequenceClauses.options(options, noCycle());
  }

  /** Returns how the database writes that a sequence ends. */
  protected String noCycle() {
    return "NO CYCLE";
  }
}
