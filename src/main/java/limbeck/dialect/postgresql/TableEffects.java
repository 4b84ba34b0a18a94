package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.TableOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of operations on tables as a whole. */
final class TableEffects {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;

  TableEffects(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
  }

  void add(TableOperation operation) {
    switch (operation) {
      case TableOperation.CreateTable(Table table, boolean _) -> create(table);
      case TableOperation.DropTable(TableName table, boolean _, boolean cascade) ->
          drop(table, cascade);
      case TableOperation.RenameTable(TableName from, TableName to) -> {
        effects.form(LockFacts.RENAME_TABLE, from);
        taken(from, to);
        new NameRefusals(before, effects).relation(to.schema(), to.name());
        namespace(to);
        effects.breaks(from, "the table " + from + " is called " + to);
      }
      case TableOperation.SetTableComment(TableName table, var _, var _) ->
          effects.form(LockFacts.COMMENT, table);
      case TableOperation.AttachPartition it ->
          new PartitionForms(before, serverMajor, effects).attach(it);
      case TableOperation.DetachPartition it ->
          new PartitionForms(before, serverMajor, effects).detach(it);
      case TableOperation.OrderColumns _ -> {
        // A part of a table made anew, whose other parts tell what that locks.
      }
    }
  }

  /** A schema that no revision makes may have been made by hand. */
  private void namespace(TableName to) {
    to.schema()
        .filter(it -> !before.namespaces().contains(new SchemaName(it)))
        .filter(
            it ->
                before.tables().keySet().stream()
                    .noneMatch(other -> other.schema().equals(Optional.of(it))))
        .ifPresent(it -> effects.mayFail("3F000", "no revision makes the schema " + it));
  }

  /** Views and indexes bear their names beside the tables of a schema. */
  private void taken(TableName from, TableName to) {
    boolean view =
        before.objects().values().stream()
            .filter(
                it ->
                    it.kind() == CarriedObject.Kind.VIEW
                        || it.kind() == CarriedObject.Kind.MATERIALIZED_VIEW)
            .anyMatch(
                it -> it.name().schema().equals(to.schema()) && it.name().name().equals(to.name()));
    IndexName index = new IndexName(to.name());
    boolean indexed =
        before.tables().keySet().stream()
            .filter(it -> it.schema().equals(to.schema()))
            .anyMatch(it -> effects.indexes(it).contains(index));
    if (!from.equals(to) && (view || indexed)) {
      effects.fails("42P07", "the name " + to + " is that of a view or an index");
    }
  }

  private void create(Table table) {
    Schema with = before.with(table);
    new NameRefusals(before, effects).relation(table.name().schema(), table.name().name());
    table.columns().forEach(it -> new ColumnRefusals(with, effects).added(table.name(), it));
    table.constraints().forEach(it -> new IndexRefusals(with, effects).add(table.name(), it));
    table.indexes().forEach(it -> new IndexRefusals(with, effects).create(table.name(), it));
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      new ConstraintEffects(before.with(table), 0, effects).types(table.name(), key);
      if (!key.target().equals(table.name())) {
        effects.other(LockFacts.CREATE_TABLE_REFERRING, key.target());
      }
    }
    parents(table, "postgresql_partition_of", LockFacts.CREATE_PARTITION);
    parents(table, "postgresql_inherits", LockFacts.CREATE_CHILD);
  }

  private void parents(Table table, String option, LockFacts form) {
    SqlText text = new SqlText(table.options().getOrDefault(option, ""));
    before.tables().keySet().stream()
        .filter(it -> Identifiers.mentions(text, it.name()))
        .forEach(
            it -> {
              effects.other(form, it);
              if (form == LockFacts.CREATE_PARTITION) {
                new PartitionForms(before, 0, effects).scanDefault(it);
              }
            });
  }

  private void drop(TableName name, boolean cascade) {
    effects.form(LockFacts.DROP_TABLE, name);
    SqlText parent =
        new SqlText(
            before
                .table(name)
                .map(it -> it.options().getOrDefault("postgresql_partition_of", ""))
                .orElse(""));
    before.tables().keySet().stream()
        .filter(it -> Identifiers.mentions(parent, it.name()))
        .forEach(it -> effects.lock(it, LockMode.ACCESS_EXCLUSIVE));
    before.table(name).map(Table::foreignKeys).orElse(java.util.List.of()).stream()
        .map(Constraint.ForeignKey::target)
        .filter(it -> !it.equals(name))
        .forEach(it -> effects.other(LockFacts.DROP_FOREIGN_KEY, it));
    for (Dependents.Reference reference : Dependents.referencesTo(before, name)) {
      if (cascade) {
        effects.lock(reference.holder(), LockMode.ACCESS_EXCLUSIVE);
      } else {
        effects.fails(
            "2BP01", "a foreign key of " + reference.holder() + " still refers to " + name);
      }
    }
    for (TableName heir : effects.family(name)) {
      boolean partition =
          before
              .table(heir)
              .filter(it -> it.options().containsKey("postgresql_partition_of"))
              .isPresent();
      if (!heir.equals(name) && (partition || cascade)) {
        effects.form(LockFacts.DROP_TABLE, heir);
        effects.loses(heir, "all rows of " + heir);
      } else if (!heir.equals(name)) {
        effects.fails("2BP01", "the table " + heir + " inherits from " + name);
      }
    }
    for (String view : Dependencies.viewsOf(before, name, Optional.empty())) {
      if (cascade) {
        effects.breaks("the view " + view + " is dropped with " + name);
      } else {
        effects.keptByView("2BP01", view, name, Optional.empty());
      }
    }
    effects.loses(name, "all rows of " + name);
    effects.breaks(name, "the table " + name + " is gone");
  }
}
