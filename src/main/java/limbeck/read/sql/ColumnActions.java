package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ColumnChange;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** What {@code ALTER COLUMN} does to a column. */
final class ColumnActions {
  private final Cursor cursor;
  private final Schema schema;
  private final Optional<Column> column;

  /**
   * Reads an action of a column.
   *
   * @param column as it is before, where known
   */
  ColumnActions(Cursor cursor, Schema schema, Optional<Column> column) {
    this.cursor = cursor;
    this.schema = schema;
    this.column = column;
  }

  /** Returns the changes; none when the action leaves the schema as it is. */
  List<ColumnChange> read() {
    if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
      return List.of(type());
    }
    if (cursor.accept("add")) {
      return List.of(generate(Optional.of(ColumnClauses.generation(cursor, columnType()))));
    }
    if (cursor.accept("drop")) {
      return drop().stream().toList();
    }
    if (SequenceClauses.isNext(cursor) && cursor.at("restart")) {
      new SequenceClauses(cursor, SequenceOptions.NONE).read();
      return List.of();
    }
    if (cursor.accept("reset")) {
      StorageParameters.read(cursor);
      return List.of();
    }
    return set();
  }

  private SqlType columnType() {
    return column.map(Column::type).orElse(new SqlType.IntegerType(SqlType.IntegerSize.BIG));
  }

  private ColumnChange type() {
    SqlType to = TypeText.read(cursor, schema).type();
    Optional<SqlText> using =
        cursor.accept("using") ? Optional.of(cursor.expression(Set.of())) : Optional.empty();
    return new ColumnChange.SetType(column.map(Column::type), to, using);
  }

  private ColumnChange generate(Optional<Generation> to) {
    return new ColumnChange.SetGeneration(column.flatMap(Column::generation), to);
  }

  private Optional<ColumnChange> drop() {
    if (cursor.accept("default")) {
      return Optional.of(toDefault(Optional.empty()));
    }
    if (cursor.accept("not", "null")) {
      return Optional.of(new ColumnChange.SetNullable(true));
    }
    boolean identity = cursor.accept("identity");
    if (!identity) {
      cursor.expect("expression");
    }
    boolean lenient = cursor.accept("if", "exists");
    boolean there =
        column
            .flatMap(Column::generation)
            .filter(it -> identity == it instanceof Generation.Identity)
            .isPresent();
    // Of a column that is not known, it may be there.
    return lenient && column.isPresent() && !there
        ? Optional.empty()
        : Optional.of(generate(Optional.empty()));
  }

  /** A counting column that loses its default counts no more, though its sequence stays. */
  private ColumnChange toDefault(Optional<Default> to) {
    return new ColumnChange.SetDefault(column.flatMap(Column::serverDefault), to);
  }

  private List<ColumnChange> set() {
    if (cursor.at("set", "generated") || SequenceClauses.isNext(cursor) || atIdentityOption()) {
      return identity();
    }
    cursor.expect("set");
    if (cursor.accept("default")) {
      return List.of(
          toDefault(DefaultText.read(cursor.expression(Set.of()), columnType(), schema)));
    }
    if (cursor.accept("not", "null")) {
      return List.of(new ColumnChange.SetNullable(false));
    }
    if (cursor.accept("expression")) {
      cursor.expect("as");
      SqlText expression = cursor.parenthesized();
      Optional<Boolean> stored =
          column
              .flatMap(Column::generation)
              .flatMap(
                  it ->
                      it instanceof Generation.Computed computed
                          ? computed.stored()
                          : Optional.empty());
      return List.of(generate(Optional.of(new Generation.Computed(expression, stored))));
    }
    if (cursor.accept("statistics")) {
      if (!cursor.accept("default")) {
        cursor.number("a number");
      }
    } else if (cursor.accept("storage") || cursor.accept("compression")) {
      cursor.label("a method");
    } else {
      StorageParameters.read(cursor);
    }
    return List.of();
  }

  private boolean atIdentityOption() {
    return cursor.at("set")
        && Set.of("start", "increment", "minvalue", "maxvalue", "no", "cache", "cycle", "restart")
            .contains(cursor.peek(1).value());
  }

  private List<ColumnChange> identity() {
    Optional<Generation.Identity> known =
        column
            .flatMap(Column::generation)
            .flatMap(
                it -> it instanceof Generation.Identity id ? Optional.of(id) : Optional.empty());
    boolean always = known.map(Generation.Identity::always).orElse(false);
    SequenceClauses clauses =
        new SequenceClauses(
                cursor, known.map(Generation.Identity::options).orElse(SequenceOptions.NONE))
            .ofColumn(columnType());
    boolean stated = false;
    while (cursor.accept("set") || cursor.at("restart")) {
      if (cursor.accept("generated")) {
        always = cursor.accept("always");
        if (!always) {
          cursor.expect("by", "default");
        }
        stated = true;
      } else if (!clauses.clause()) {
        throw cursor.unexpected("an option of a sequence");
      }
    }
    return stated || clauses.isStated()
        ? List.of(generate(Optional.of(new Generation.Identity(always, clauses.options()))))
        : List.of();
  }
}
