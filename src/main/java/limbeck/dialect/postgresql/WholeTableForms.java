package limbeck.dialect.postgresql;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import limbeck.dialect.LockMode;
import limbeck.operation.Dependents;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** {@code TRUNCATE} and {@code LOCK}, which name several tables. */
final class WholeTableForms {
  private final Schema before;
  private final EffectList effects;

  WholeTableForms(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  /**
   * Reads the list of tables.
   *
   * @param also what comes with each of them, ONLY or not
   */
  private Set<TableName> named(
      StatementWords words, Function<TableName, ? extends Collection<TableName>> also) {
    words.accept("table");
    Set<TableName> named = new LinkedHashSet<>();
    do {
      boolean only = words.accept("only");
      words
          .table()
          .filter(effects::isThere)
          .ifPresent(
              it -> {
                named.addAll(only ? Set.of(it) : effects.family(it));
                named.addAll(also.apply(it));
              });
      words.accept("*");
    } while (words.comma());
    return named;
  }

  void truncate(StatementWords words) {
    Set<TableName> all = named(words, _ -> Set.of());
    boolean cascade = words.has("cascade");
    boolean more = true;
    while (more) {
      more = false;
      for (TableName table : List.copyOf(all)) {
        for (Dependents.Reference reference : Dependents.referencesTo(before, table)) {
          if (all.contains(reference.holder())) {
            continue;
          }
          if (!cascade) {
            effects.fails(
                "0A000", "a foreign key of " + reference.holder() + " refers to " + table);
            continue;
          }
          all.addAll(effects.family(reference.holder()));
          more = true;
        }
      }
    }
    for (TableName table : all) {
      effects.lock(table, LockMode.ACCESS_EXCLUSIVE);
      if (!effects.isPartitioned(table)) {
        effects.rewrites(table);
      }
      effects.loses(table, "all rows of " + table);
    }
  }

  void lock(StatementWords words) {
    Set<TableName> named = named(words, effects::below);
    StringBuilder mode = new StringBuilder();
    if (words.accept("in")) {
      while (!words.atEnd() && !words.peek("mode")) {
        mode.append(mode.isEmpty() ? "" : " ").append(words.name().orElse(""));
      }
    }
    LockMode taken =
        Arrays.stream(LockMode.values())
            .filter(it -> it.sql().equalsIgnoreCase(mode.toString()))
            .findFirst()
            .orElse(LockMode.ACCESS_EXCLUSIVE);
    named.forEach(it -> effects.lock(it, taken));
  }
}
