package limbeck.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardObjects;
import limbeck.schema.CarriedObject;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;

/** Objects of MySQL and MariaDB; only MariaDB has sequences. */
final class Objects extends StandardObjects {
  Objects(Spelling spelling) {
    super(spelling);
  }

  @Override
  protected List<Sql> dropNamespace(SchemaName name, boolean ifExists, boolean cascade) {
    return super.dropNamespace(name, ifExists, false);
  }

  /** The type is left out: only MariaDB 11.5 and newer take one. */
  @Override
  protected List<Sql> createSequence(Sequence sequence, boolean ifNotExists, Schema schema) {
    needSequences();
    Sequence untyped = new Sequence(sequence.name(), Optional.empty(), sequence.options());
    return super.createSequence(untyped, ifNotExists, schema);
  }

  @Override
  protected List<Sql> alterSequence(SequenceName name, SequenceOptions from, SequenceOptions to) {
    needSequences();
    return super.alterSequence(name, from, to);
  }

  @Override
  protected List<Sql> dropSequence(SequenceName name, boolean ifExists) {
    needSequences();
    return super.dropSequence(name, ifExists);
  }

  @Override
  protected List<Sql> renameSequence(SequenceName from, SequenceName to) {
    needSequences();
    return List.of(Sql.of("RENAME TABLE " + sequence(from) + " TO " + sequence(to)));
  }

  private void needSequences() {
    if (spelling.dialect() != DialectName.MARIADB) {
      throw new CannotSpell("MySQL has no sequences");
    }
  }

  @Override
  protected String noCycle() {
    return "NOCYCLE";
  }

  @Override
  protected Sql createObject(CarriedObject object, boolean replace) {
    return switch (object.kind()) {
      case VIEW, FUNCTION, TRIGGER -> super.createObject(object, replace);
      case EXTENSION, MATERIALIZED_VIEW, POLICY, DOMAIN ->
          throw new CannotSpell(
              spelling.dialect().sqlalchemyName()
                  + " has nothing like "
                  + object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + " "
                  + object.name());
    };
  }
}
