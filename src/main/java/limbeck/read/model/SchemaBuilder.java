package limbeck.read.model;

import java.util.Optional;
import limbeck.read.ReadContext;
import limbeck.read.table.TableAssembler;
import limbeck.read.type.TypeReading;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.Table;
import limbeck.text.Location;

/** Gathers tables and what comes with them into one schema; contradictions become problems. */
final class SchemaBuilder {
  private final ReadContext context;
  private Schema schema = Schema.EMPTY;

  SchemaBuilder(ReadContext context) {
    this.context = context;
  }

  /** Adds a table with its enum types and sequences. */
  void add(TableAssembler.Assembled assembled, Location at) {
    Table table = assembled.table();
    if (schema.table(table.name()).isPresent()) {
      context
          .problems()
          .add(
              "two MetaData have a table " + table.name() + "; the first one found counts",
              "which of the definitions of " + table.name() + " counts",
              at);
    } else {
      schema = schema.with(table);
    }
    for (TypeReading.EnumUse use : assembled.enums()) {
      add(use.type(), table, at);
    }
    for (Sequence sequence : assembled.sequences()) {
      schema = schema.with(sequence);
    }
  }

  /** Adds a sequence of its own. */
  void add(Sequence sequence) {
    schema = schema.with(sequence);
  }

  private void add(EnumType type, Table table, Location at) {
    Optional<EnumType> earlier = schema.enumType(type.name());
    if (earlier.isEmpty()) {
      schema = schema.with(type);
    } else if (!earlier.get().equals(type)
        && context.options().dialect() == DialectName.POSTGRESQL) {
      context
          .problems()
          .add(
              "the enum type "
                  + type.name()
                  + " of "
                  + table.name()
                  + " has other labels than elsewhere; PostgreSQL creates it once",
              "labels of " + type.name(),
              at);
    }
  }

  /** Returns the schema. */
  Schema schema() {
    return schema;
  }
}
