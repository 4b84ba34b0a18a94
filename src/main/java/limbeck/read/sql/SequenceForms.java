package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;

/** {@code CREATE SEQUENCE}, {@code ALTER SEQUENCE} and {@code DROP SEQUENCE}. */
final class SequenceForms {
  private SequenceForms() {}

  /** Reads what follows {@code CREATE SEQUENCE}. */
  static List<Operation> create(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifNotExists = reading.ifNotExists();
    SequenceName name = cursor.qualifiedName("a sequence's name").sequence(reading.before());
    SequenceClauses clauses = new SequenceClauses(cursor, SequenceOptions.NONE).read();
    cursor.expectEnd();
    if (ifNotExists && exists(reading, name)) {
      return reading.asItStands();
    }
    clauses
        .owner()
        .flatMap(it -> place(it, reading))
        .ifPresent(it -> reading.memory().owners().put(name, it));
    return List.of(
        new ObjectOperation.CreateSequence(
            new Sequence(name, clauses.type(), clauses.options()), ifNotExists));
  }

  private static boolean exists(Reading reading, SequenceName name) {
    return reading.before().sequences().containsKey(name)
        || OwnedSequences.counting(name, reading.before()).isPresent();
  }

  /** Returns the column that {@code OWNED BY table.column} names; empty for NONE. */
  private static Optional<OwnedSequences.Place> place(QualifiedName owner, Reading reading) {
    return owner
        .schema()
        .map(
            it -> {
              List<String> parts = new ArrayList<>(owner.qualifier());
              parts.add(it);
              return new OwnedSequences.Place(
                  QualifiedName.of(parts).table(reading.before()), new ColumnName(owner.name()));
            });
  }

  /** Reads what follows {@code ALTER SEQUENCE}. */
  static List<Operation> alter(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    QualifiedName stated = cursor.qualifiedName("a sequence's name");
    SequenceName name = stated.sequence(reading.before());
    if (reading.before().sequences().containsKey(name)) {
      return alterKnown(reading, stated);
    }
    boolean ofColumn = OwnedSequences.counting(name, reading.before()).isPresent();
    return ifExists && !ofColumn ? reading.asItStands() : alterOther(reading, name);
  }

  /** A sequence that is part of a column, or not known: only its counter is nobody's concern. */
  private static List<Operation> alterOther(Reading reading, SequenceName name) {
    Cursor cursor = reading.cursor();
    boolean neutral =
        cursor.accept("owner", "to")
            || cursor.accept("set", "schema")
            || cursor.accept("rename", "to")
            || cursor.accept("set", "logged")
            || cursor.accept("set", "unlogged");
    if (neutral) {
      return reading.asItStands();
    }
    SequenceClauses clauses = new SequenceClauses(cursor, SequenceOptions.NONE).read();
    cursor.expectEnd();
    Optional<OwnedSequences.Place> owner = clauses.owner().flatMap(it -> place(it, reading));
    boolean same =
        owner.isPresent() && owner.equals(OwnedSequences.counting(name, reading.before()));
    boolean plain = clauses.options().equals(SequenceOptions.NONE);
    return plain && (clauses.owner().isEmpty() || same)
        ? reading.asItStands()
        : reading.opaque("sequence " + name + " is not known");
  }

  /** Reads what follows the name of a sequence that the schema holds. */
  static List<Operation> alterKnown(Reading reading, QualifiedName stated) {
    Cursor cursor = reading.cursor();
    SequenceName name = stated.sequence(reading.before());
    Sequence sequence = reading.before().sequences().get(name);
    if (sequence == null || cursor.accept("owner", "to")) {
      return reading.asItStands();
    }
    if (cursor.accept("rename", "to")) {
      SequenceName to = new SequenceName(name.schema(), cursor.name("a sequence's name"));
      cursor.expectEnd();
      return List.of(new ObjectOperation.RenameSequence(name, to));
    }
    if (cursor.accept("set", "schema")) {
      QualifiedName to =
          new QualifiedName(Optional.of(cursor.name("a schema's name")), name.name());
      cursor.expectEnd();
      return List.of(new ObjectOperation.RenameSequence(name, to.sequence(reading.before())));
    }
    if (cursor.accept("set", "logged") || cursor.accept("set", "unlogged")) {
      return reading.asItStands();
    }
    SequenceClauses clauses = new SequenceClauses(cursor, sequence.options());
    sequence.type().ifPresent(clauses::ofColumn);
    clauses.read();
    cursor.expectEnd();
    return changes(reading, sequence, clauses);
  }

  private static List<Operation> changes(
      Reading reading, Sequence sequence, SequenceClauses clauses) {
    List<Operation> result = new ArrayList<>();
    if (!clauses.type().equals(sequence.type())) {
      return reading.opaque("no operation stands for another type of a sequence");
    }
    if (!clauses.options().equals(sequence.options())) {
      result.add(
          new ObjectOperation.AlterSequence(
              sequence.name(), sequence.options(), clauses.options()));
    }
    clauses.owner().ifPresent(it -> result.addAll(owned(reading, sequence, place(it, reading))));
    return result.isEmpty() ? reading.asItStands() : result;
  }

  /**
   * A plain sequence that belongs to the column whose default it is makes the column a counting
   * one, as SERIAL does; the schema then holds it as part of the column.
   */
  private static List<Operation> owned(
      Reading reading, Sequence sequence, Optional<OwnedSequences.Place> owner) {
    if (owner.isEmpty()) {
      reading.memory().owners().remove(sequence.name());
      return List.of();
    }
    OwnedSequences.Place place = owner.orElseThrow();
    Optional<Column> column = reading.table(place.table()).flatMap(it -> it.column(place.column()));
    boolean counts =
        column.filter(it -> OwnedSequences.takesFrom(it, sequence.name())).isPresent()
            && sequence.options().equals(SequenceOptions.NONE);
    if (!counts) {
      reading.memory().owners().put(sequence.name(), place);
      return List.of();
    }
    List<Operation> result = new ArrayList<>();
    result.add(
        new ColumnOperation.AlterColumn(
            place.table(),
            place.column(),
            List.of(
                new ColumnChange.SetDefault(
                    column.flatMap(Column::serverDefault), Optional.empty()))));
    result.addAll(counting(sequence.name(), place));
    return result;
  }

  /** Returns the operations that make a sequence part of a column. */
  static List<Operation> counting(SequenceName sequence, OwnedSequences.Place place) {
    return List.of(
        new ObjectOperation.DropSequence(sequence, false),
        new ColumnOperation.AlterColumn(
            place.table(), place.column(), List.of(new ColumnChange.SetAutoincrement(true))));
  }

  /** Reads what follows {@code DROP SEQUENCE}. */
  static List<Operation> drop(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    List<SequenceName> names = new ArrayList<>();
    do {
      names.add(cursor.qualifiedName("a sequence's name").sequence(reading.before()));
    } while (cursor.accept(","));
    boolean cascade = reading.cascade();
    cursor.expectEnd();
    List<Operation> result = new ArrayList<>();
    for (SequenceName name : names) {
      if (cascade) {
        result.addAll(new Cascade(reading.before()).ofSequence(name));
      }
      if (reading.before().sequences().containsKey(name) || !isLeftOver(reading, name)) {
        result.add(new ObjectOperation.DropSequence(name, ifExists));
      }
    }
    return result.isEmpty() ? reading.asItStands() : result;
  }

  /** Whether the sequence is, or was, part of a column that a SERIAL made. */
  private static boolean isLeftOver(Reading reading, SequenceName name) {
    return reading.before().tables().values().stream()
        .filter(it -> it.name().schema().equals(name.schema()))
        .anyMatch(
            table ->
                table.columns().stream()
                    .anyMatch(
                        it -> OwnedSequences.name(table.name(), it.name()).equals(name.name())));
  }
}
