package limbeck.operation;

import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;

/** A change to a schema (namespace), a sequence, or an object carried as text. */
public sealed interface ObjectOperation extends Operation {
  /**
   * {@code CREATE SCHEMA}.
   *
   * @param name which one
   * @param ifNotExists whether an existing one is left alone
   */
  record CreateNamespace(SchemaName name, boolean ifNotExists) implements ObjectOperation {}

  /**
   * {@code DROP SCHEMA}.
   *
   * @param name which one
   * @param ifExists whether a missing one is no error
   * @param cascade whether its content goes too
   */
  record DropNamespace(SchemaName name, boolean ifExists, boolean cascade)
      implements ObjectOperation {}

  /**
   * {@code CREATE SEQUENCE}.
   *
   * @param sequence what
   * @param ifNotExists whether an existing one is left alone
   */
  record CreateSequence(Sequence sequence, boolean ifNotExists) implements ObjectOperation {}

  /**
   * {@code ALTER SEQUENCE}: start, increment, bounds.
   *
   * @param name which one
   * @param from the options before
   * @param to the options after
   */
  record AlterSequence(SequenceName name, SequenceOptions from, SequenceOptions to)
      implements ObjectOperation {}

  /**
   * {@code DROP SEQUENCE}.
   *
   * @param name which one
   * @param ifExists whether a missing one is no error
   */
  record DropSequence(SequenceName name, boolean ifExists) implements ObjectOperation {}

  /**
   * {@code ALTER SEQUENCE … RENAME TO}.
   *
   * @param from the name before
   * @param to the name after
   */
  record RenameSequence(SequenceName from, SequenceName to) implements ObjectOperation {}

  /**
   * Creates or replaces a view, function, trigger, policy, domain or extension.
   *
   * @param object with the SQL that creates it
   * @param replace {@code OR REPLACE}, or {@code IF NOT EXISTS} for an extension
   */
  record CreateObject(CarriedObject object, boolean replace) implements ObjectOperation {}

  /**
   * Drops such an object.
   *
   * @param kind what it is
   * @param name which one
   * @param statement the SQL that drops it
   * @param ifExists whether a missing one is no error
   */
  record DropObject(
      CarriedObject.Kind kind, ObjectName name, limbeck.schema.SqlText statement, boolean ifExists)
      implements ObjectOperation {}

  /**
   * Gives such an object another name in its schema. What uses it, except the body of a function,
   * goes on using it.
   *
   * @param from the object before
   * @param to the object after, with the SQL that would create it so
   * @param statement the SQL that renames it
   * @param back the SQL that undoes it
   */
  record RenameObject(
      CarriedObject from,
      CarriedObject to,
      limbeck.schema.SqlText statement,
      limbeck.schema.SqlText back)
      implements ObjectOperation {}
}
