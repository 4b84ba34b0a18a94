package limbeck.dialect.postgresql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  void truncate(StatementWords words) {
    words.accept("table");
    Set<TableName> named = new LinkedHashSet<>();
    do {
      boolean only = words.accept("only");
      words
          .table()
          .filter(effects::isThere)
          .ifPresent(it -> named.addAll(only ? Set.of(it) : effects.family(it)));
      words.accept("*");
    } while (words.comma());
    boolean cascade = words.has("cascade");
    Set<TableName> all = new LinkedHashSet<>(named);
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

  private static final Map<String, LockMode> MODES =
      Map.of(
          "access share", LockMode.ACCESS_SHARE,
          "row share", LockMode.ROW_SHARE,
          "row exclusive", LockMode.ROW_EXCLUSIVE,
          "share update exclusive", LockMode.SHARE_UPDATE_EXCLUSIVE,
          "share", LockMode.SHARE,
          "share row exclusive", LockMode.SHARE_ROW_EXCLUSIVE,
          "exclusive", LockMode.EXCLUSIVE);

  void lock(StatementWords words) {
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
                named.addAll(effects.below(it));
              });
      words.accept("*");
    } while (words.comma());
    StringBuilder mode = new StringBuilder();
    if (words.accept("in")) {
      while (!words.atEnd() && !words.peek("mode")) {
        mode.append(mode.isEmpty() ? "" : " ").append(words.name().orElse(""));
      }
    }
    LockMode taken = MODES.getOrDefault(mode.toString(), LockMode.ACCESS_EXCLUSIVE);
    named.forEach(it -> effects.lock(it, taken));
  }
}
