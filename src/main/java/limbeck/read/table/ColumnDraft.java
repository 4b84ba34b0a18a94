package limbeck.read.table;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import limbeck.python.value.Value;
import limbeck.read.type.TypeReading;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Sequence;
import limbeck.text.Location;

/**
 * A column as its constructor states it, before types are taken from foreign keys.
 *
 * @param name in the database; empty when the attribute names it
 * @param key in the application; empty when the same as the name
 * @param type empty when a foreign key gives it
 * @param primaryKey as stated at the column
 * @param nullable as stated; empty follows the key
 * @param unique as stated
 * @param index as stated
 * @param serverDefault the value the database fills in
 * @param fetched whether something else than a default fills it in: {@code FetchedValue}
 * @param generation identity or computed
 * @param autoincrement as stated
 * @param pythonDefault the value the application fills in
 * @param sequence that a client asks for the value
 * @param constraints those given at the column
 * @param comment the comment
 * @param sortOrder of {@code mapped_column(sort_order=)}
 * @param sources the values that stand for this column elsewhere
 * @param at where
 */
public record ColumnDraft(
    Optional<String> name,
    Optional<String> key,
    Optional<TypeReading> type,
    boolean primaryKey,
    Optional<Boolean> nullable,
    boolean unique,
    boolean index,
    Optional<Default> serverDefault,
    boolean fetched,
    Optional<Generation> generation,
    Autoincrement autoincrement,
    Optional<PythonDefault> pythonDefault,
    Optional<Sequence> sequence,
    List<ConstraintDraft> constraints,
    Optional<String> comment,
    int sortOrder,
    List<Value> sources,
    Location at) {
  /** Copies the lists. */
  public ColumnDraft {
    constraints = List.copyOf(constraints);
    sources = List.copyOf(sources);
  }

  /** Returns the name in the database, or an empty text when none was given. */
  public String columnName() {
    return name.orElse("");
  }

  /** Returns the key under which tables hold it. */
  public String columnKey() {
    return key.orElse(columnName());
  }

  /** Returns the foreign keys given at the column. */
  public List<ConstraintDraft.ForeignKey> foreignKeys() {
    return constraints.stream()
        .filter(ConstraintDraft.ForeignKey.class::isInstance)
        .map(ConstraintDraft.ForeignKey.class::cast)
        .toList();
  }

  /** Returns the same column as a member of the primary key. */
  ColumnDraft asPrimaryKey() {
    return new ColumnDraft(
        name,
        key,
        type,
        true,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        sources,
        at);
  }

  /** Returns the same column without {@code unique} and {@code index}. */
  public ColumnDraft withoutIndexes() {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        false,
        false,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        sources,
        at);
  }

  /** Returns the same column with another value that stands for it. */
  public ColumnDraft withSource(Value source) {
    List<Value> all = new java.util.ArrayList<>(sources);
    all.add(source);
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        all,
        at);
  }

  /** Returns the same column with a type. */
  public ColumnDraft withType(TypeReading changed) {
    return new ColumnDraft(
        name,
        key,
        Optional.of(changed),
        primaryKey,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        sources,
        at);
  }

  /** Returns the same column with or without NOT NULL. */
  public ColumnDraft withNullable(boolean changed) {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        Optional.of(changed),
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        sources,
        at);
  }

  /** Returns the same column with its constraints changed. */
  ColumnDraft withConstraints(UnaryOperator<ConstraintDraft> change) {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints.stream().map(change).toList(),
        comment,
        sortOrder,
        sources,
        at);
  }

  /** Returns what {@code copy()} makes of it: foreign keys stay with the table that has them. */
  public ColumnDraft copiedFor(Value copy) {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints.stream().filter(it -> !(it instanceof ConstraintDraft.ForeignKey)).toList(),
        comment,
        sortOrder,
        List.of(copy),
        at);
  }

  /** Returns the same column with another comment. */
  public ColumnDraft withComment(Optional<String> changed) {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        unique,
        index,
        serverDefault,
        fetched,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        changed,
        sortOrder,
        sources,
        at);
  }

  /** Returns the same column with another server default. */
  public ColumnDraft withServerDefault(Optional<Default> changed) {
    return new ColumnDraft(
        name,
        key,
        type,
        primaryKey,
        nullable,
        unique,
        index,
        changed,
        false,
        generation,
        autoincrement,
        pythonDefault,
        sequence,
        constraints,
        comment,
        sortOrder,
        sources,
        at);
  }
}
