package limbeck.dialect.mysql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardColumns;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;

/**
 * Column operations of MySQL and MariaDB: one MODIFY or CHANGE that restates the whole column,
 * which is known from the schema before. Alembic forgets what the script does not repeat.
 */
final class Columns extends StandardColumns {
  private final MysqlSpelling mysql;

  Columns(MysqlSpelling spelling) {
    super(spelling);
    this.mysql = spelling;
  }

  @Override
  protected List<Sql> add(ColumnOperation.AddColumn add, Schema before) {
    if (!add.ifNotExists() || spelling.dialect() == DialectName.MARIADB) {
      return super.add(add, before);
    }
    return before.table(add.table()).flatMap(it -> it.column(add.column().name())).isPresent()
        ? List.of()
        : super.add(new ColumnOperation.AddColumn(add.table(), add.column(), false), before);
  }

  @Override
  protected List<Sql> drop(ColumnOperation.DropColumn drop, Schema before) {
    if (!drop.ifExists() || spelling.dialect() == DialectName.MARIADB) {
      return super.drop(drop, before);
    }
    boolean missing =
        before.table(drop.table()).filter(it -> it.column(drop.column()).isEmpty()).isPresent();
    return missing
        ? List.of()
        : super.drop(new ColumnOperation.DropColumn(drop.table(), drop.column(), false), before);
  }

  @Override
  protected List<Sql> alter(ColumnOperation.AlterColumn alter, Schema before) {
    Optional<Column> known = before.table(alter.table()).flatMap(it -> it.column(alter.column()));
    if (alter.changes().size() == 1
        && alter.changes().getFirst() instanceof ColumnChange.SetDefault(var _, var to)
        && !known.map(it -> isDateTime(it.type())).orElse(false)) {
      String words = to.map(it -> "SET" + mysql.modifiedDefault(it)).orElse("DROP DEFAULT");
      return List.of(Sql.of(alterColumn(alter.table(), alter.column()) + words));
    }
    Column changed = known.orElseGet(() -> stated(alter));
    for (ColumnChange change : alter.changes()) {
      changed = changed(changed, change);
    }
    return List.of(Sql.of(change(alter, changed, before)));
  }

  private String change(ColumnOperation.AlterColumn alter, Column changed, Schema before) {
    ColumnName name = alter.column();
    boolean changes =
        !changed.name().equals(name)
            || (isDateTime(changed.type())
                && alter.changes().stream().anyMatch(Columns::setsDefault));
    String words =
        (changes ? "CHANGE " + spelling.quoting().column(name) + " " : "MODIFY ")
            + spelling.quoting().column(changed.name());
    return alter(alter.table()) + words + " " + mysql.modification(changed, before);
  }

  /** Alembic uses CHANGE for defaults of dates, whose functions ALTER COLUMN once refused. */
  private boolean isDateTime(SqlType type) {
    return type.on(spelling.dialect()) instanceof SqlType.Timestamp;
  }

  private static boolean setsDefault(ColumnChange change) {
    return change instanceof ColumnChange.SetDefault(var _, var to) && to.isPresent();
  }

  /** What the changes themselves say of a column that the history does not know. */
  private static Column stated(ColumnOperation.AlterColumn alter) {
    for (ColumnChange change : alter.changes()) {
      if (change instanceof ColumnChange.SetType(var _, SqlType to, var _)) {
        return Column.of(alter.column().text(), to, true);
      }
    }
    throw new CannotSpell(
        "MySQL restates the whole column, and "
            + alter.table()
            + "."
            + alter.column()
            + " is not known at this point");
  }

  private Column changed(Column column, ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType(var _, var to, var _) -> column.withType(to);
      case ColumnChange.SetNullable(boolean nullable) -> column.withNullable(nullable);
      case ColumnChange.SetDefault(var _, var to) -> column.withServerDefault(to);
      case ColumnChange.SetGeneration(var from, var to) -> generated(column, from, to);
      case ColumnChange.SetAutoincrement(boolean counts) -> column.withAutoincrement(counts);
      case ColumnChange.SetComment(var _, var to) -> column.withComment(to);
      case ColumnChange.Rename(ColumnName to) -> column.withName(to);
    };
  }

  private static Column generated(
      Column column, Optional<Generation> from, Optional<Generation> to) {
    Optional<Generation> known = from.or(column::generation);
    if (isVirtual(known) != isVirtual(to) && (isComputed(known) || isComputed(to))) {
      throw new CannotSpell(
          "MySQL turns a column into a virtual one, or back, only by dropping and adding it");
    }
    return column.withGeneration(to);
  }

  private static boolean isComputed(Optional<Generation> generation) {
    return generation.filter(Generation.Computed.class::isInstance).isPresent();
  }

  private static boolean isVirtual(Optional<Generation> generation) {
    return generation.isPresent()
        && generation.get() instanceof Generation.Computed(var _, var stored)
        && !stored.orElse(false);
  }
}
