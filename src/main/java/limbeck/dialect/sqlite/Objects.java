package limbeck.dialect.sqlite;

import java.util.List;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardObjects;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;

/** SQLite's objects: views and triggers; no schemas, no sequences. */
final class Objects extends StandardObjects {
  Objects(Spelling spelling) {
    super(spelling);
  }

  @Override
  protected List<Sql> createNamespace(SchemaName name, boolean ifNotExists) {
    throw new CannotSpell("SQLite has no schemas to create");
  }

  @Override
  protected List<Sql> dropNamespace(SchemaName name, boolean ifExists, boolean cascade) {
    throw new CannotSpell("SQLite has no schemas to drop");
  }

  @Override
  protected List<Sql> createSequence(Sequence sequence, boolean ifNotExists, Schema schema) {
    throw noSequences();
  }

  @Override
  protected List<Sql> alterSequence(SequenceName name, SequenceOptions from, SequenceOptions to) {
    throw noSequences();
  }

  @Override
  protected List<Sql> dropSequence(SequenceName name, boolean ifExists) {
    throw noSequences();
  }

  @Override
  protected List<Sql> renameSequence(SequenceName from, SequenceName to) {
    throw noSequences();
  }

  private static CannotSpell noSequences() {
    return new CannotSpell("SQLite has no sequences");
  }

  @Override
  protected Sql createObject(CarriedObject object, boolean replace) {
    return switch (object.kind()) {
      case VIEW, TRIGGER -> Sql.of(object.definition().text());
      case EXTENSION, MATERIALIZED_VIEW, FUNCTION, POLICY, DOMAIN ->
          throw new CannotSpell("SQLite has no " + kind(object));
    };
  }

  private static String kind(CarriedObject object) {
    return switch (object.kind()) {
      case EXTENSION -> "extensions";
      case VIEW -> "views";
      case MATERIALIZED_VIEW -> "materialized views";
      case FUNCTION -> "functions";
      case TRIGGER -> "triggers";
      case POLICY -> "policies";
      case DOMAIN -> "domains";
    };
  }
}
