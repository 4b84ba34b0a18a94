package limbeck.diff;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Two schemas without the tables that are the same on both sides and have nothing to do with those
 * that are not: most tables of a large schema, whose normal forms need not be made.
 *
 * @param from the schema as it is
 * @param to the schema as it is wanted
 */
record Narrowed(Schema from, Schema to) {
  /** Returns the schemas as they are when more than tables differs. */
  static Narrowed of(Schema from, Schema to) {
    boolean onlyTables =
        from.enums().equals(to.enums())
            && from.sequences().equals(to.sequences())
            && from.namespaces().equals(to.namespaces())
            && from.objects().equals(to.objects());
    if (!onlyTables) {
      return new Narrowed(from, to);
    }
    Set<TableName> kept = new HashSet<>();
    Stream.concat(from.tables().keySet().stream(), to.tables().keySet().stream())
        .filter(it -> !from.table(it).equals(to.table(it)))
        .forEach(kept::add);
    if (kept.size() == from.tables().size()) {
      return new Narrowed(from, to);
    }
    // A foreign key may have to step aside for a change of the table it refers to.
    Set<TableName> changed = Set.copyOf(kept);
    from.tables().values().stream()
        .filter(it -> it.foreignKeys().stream().anyMatch(key -> changed.contains(key.target())))
        .map(Table::name)
        .forEach(kept::add);
    // What a foreign key leaves unsaid is read off the table it refers to.
    Set<TableName> targets = new HashSet<>(kept);
    for (TableName name : kept) {
      Stream.of(from.table(name), to.table(name))
          .flatMap(Optional::stream)
          .flatMap(it -> it.foreignKeys().stream())
          .map(Constraint.ForeignKey::target)
          .forEach(targets::add);
    }
    return new Narrowed(only(from, targets), only(to, targets));
  }

  private static Schema only(Schema schema, Set<TableName> kept) {
    SortedMap<TableName, Table> tables = new TreeMap<>();
    kept.forEach(name -> schema.table(name).ifPresent(it -> tables.put(name, it)));
    return schema.withTables(tables);
  }
}
