package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** How a database names the constraints and indexes that the source leaves unnamed. */
public interface DefaultNames {
  /** Returns the names of a database that gives none, such as SQLite. */
  static DefaultNames none() {
    return new NoNames();
  }

  /** Returns the names by which Alembic's batch mode speaks of what SQLite leaves unnamed. */
  static DefaultNames batch() {
    return new BatchNames();
  }

  /** Returns the name PostgreSQL gives to the sequence that a counting column owns. */
  static String ownedSequence(TableName table, ColumnName column) {
    return PostgresNames.join(table.name(), column.text(), "seq");
  }

  /** Whether the index of one table keeps its name from those of all others. */
  default boolean sharedByTables() {
    return true;
  }

  /**
   * Whether foreign keys hold on to an index over their columns, and to the types of all columns
   * they are about: as long as they are there, neither can be changed.
   */
  default boolean referencesHoldIndexes() {
    return false;
  }

  /**
   * Returns the names that the index may have which the database made for a foreign key, the
   * likeliest first; none when it makes none, because it never does or because another one serves.
   *
   * @param table that holds the key among its constraints
   */
  default List<IndexName> referenceIndex(Constraint.ForeignKey key, Table table) {
    return List.of();
  }

  /**
   * Whether an unnamed constraint stays unnamed when it is added: its name serves operations only
   * to say which one they mean.
   */
  default boolean onlyDescribes(Constraint constraint) {
    return false;
  }

  /** Whether the database itself knows the names, so that another one has to be changed there. */
  default boolean inDatabase() {
    return true;
  }

  /**
   * Returns names for a database that gives none, by which operations can still say which unnamed
   * constraint they mean; no database ever has them.
   */
  static DefaultNames described() {
    return new DescribedNames();
  }

  /**
   * Returns the names InnoDB gives, as far as they can be told.
   *
   * @param mariadb whether it is MariaDB's
   */
  static DefaultNames mysql(boolean mariadb) {
    return new MysqlNames(mariadb);
  }

  /** Returns the names by which the operations of a history speak of what is unnamed. */
  static DefaultNames ofHistory(DialectName database) {
    return switch (database) {
      case POSTGRESQL -> postgresql();
      case SQLITE -> described();
      case MYSQL -> mysql(false);
      case MARIADB -> mysql(true);
    };
  }

  /** Returns the names PostgreSQL gives: {@code users_email_key}, {@code users_pkey}… */
  static DefaultNames postgresql() {
    return new PostgresNames();
  }

  /**
   * Returns a constraint's own name, or the one the database gives it.
   *
   * @param table that holds it among its constraints
   */
  Optional<ConstraintName> nameOf(Constraint constraint, Table table);

  /**
   * Returns an index's own name, or the one the database gives it.
   *
   * @param table that holds it among its indexes
   */
  Optional<IndexName> nameOf(Index index, Table table);

  /**
   * Returns a constraint's own name, or the one the database gives it when it is added.
   *
   * @param table that does not hold it yet; what it holds has its names already
   */
  default Optional<ConstraintName> nameOfNew(Constraint constraint, Table table) {
    Table now = named(table);
    List<Constraint> all = new ArrayList<>(now.constraints());
    all.add(constraint);
    return nameOf(constraint, now.withConstraints(all));
  }

  /**
   * Returns an index's own name, or the one the database gives it when it is made.
   *
   * @param table that does not hold it yet; what it holds has its names already
   */
  default Optional<IndexName> nameOfNew(Index index, Table table) {
    Table now = named(table);
    List<Index> all = new ArrayList<>(now.indexes());
    all.add(index);
    return nameOf(index, now.withIndexes(all));
  }

  /**
   * Returns a table that has just been made, with the names that depend on the order in which its
   * constraints were stated.
   *
   * @param inColumns the checks that stand in the columns, in order
   * @param inOrder the constraints that stand behind the columns
   */
  default Table created(Table table, List<Constraint> inColumns, List<Constraint> inOrder) {
    return table;
  }

  /**
   * Returns a constraint as it is once it has been added, with a name that the table would not tell
   * later on.
   *
   * @param table that does not hold it yet
   */
  default Constraint added(Constraint constraint, Table table) {
    return constraint;
  }

  /** Returns the table under another name: what the database named after the old one stays. */
  default Table renamed(Table table, TableName to) {
    return stored(table).withName(to);
  }

  /** Returns the table with every name that its database has given, and keeps from now on. */
  default Table stored(Table table) {
    return inDatabase() ? named(table) : table;
  }

  /** Returns a schema whose tables are all {@link #named(Table)}. */
  default Schema named(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      result = result.with(named(table));
    }
    return result;
  }

  /** Returns the table with every constraint and index under the name it has in the database. */
  default Table named(Table table) {
    return table
        .withConstraints(
            table.constraints().stream().map(it -> it.withName(nameOf(it, table))).toList())
        .withIndexes(table.indexes().stream().map(it -> it.withName(nameOf(it, table))).toList());
  }
}
