package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.Effect;
import limbeck.dialect.LockMode;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * Collects effects. Those on tables that the same revision has created are left out: nobody uses
 * such a table yet, and it holds no rows.
 */
final class EffectList {
  private final Set<TableName> created;
  private final List<Effect> effects = new ArrayList<>();

  EffectList(Set<TableName> created) {
    this.created = created;
  }

  List<Effect> all() {
    return effects.stream().distinct().toList();
  }

  boolean isNew(TableName table) {
    return created.contains(table);
  }

  /** Adds what a form does to its table. */
  void form(LockFacts form, TableName table) {
    lock(table, form.mode());
    work(form.work(), table);
  }

  /** Adds what a form does to its table and to the other one. */
  void form(LockFacts form, TableName table, TableName other) {
    form(form, table);
    other(form, other);
  }

  /** Adds what a form does to the other table only. */
  void other(LockFacts form, TableName other) {
    form.otherMode().ifPresent(it -> lock(other, it));
    work(form.otherWork(), other);
  }

  void lock(TableName table, LockMode mode) {
    if (!isNew(table)) {
      effects.add(new Effect.Locks(table, mode));
    }
  }

  private void work(LockFacts.Work work, TableName table) {
    if (isNew(table)) {
      return;
    }
    switch (work) {
      case NONE -> {}
      case SCAN, INDEX -> scans(table);
      case REWRITE -> effects.add(new Effect.Rewrites(table));
    }
  }

  void scans(TableName table) {
    if (!isNew(table)) {
      effects.add(new Effect.Scans(table));
    }
  }

  void buildsIndex(TableName table, Optional<IndexName> name) {
    if (!isNew(table)) {
      effects.add(new Effect.BuildsIndex(table, name));
    }
  }

  void rebuildsIndexes(TableName table) {
    if (!isNew(table)) {
      effects.add(new Effect.RebuildsIndexes(table));
    }
  }

  void writesRows(TableName table) {
    if (!isNew(table)) {
      effects.add(new Effect.WritesRows(table));
    }
  }

  /** Adds a loss of rows or values of a table. */
  void loses(TableName table, String what) {
    if (!isNew(table)) {
      effects.add(new Effect.LosesData(what));
    }
  }

  void loses(String what) {
    effects.add(new Effect.LosesData(what));
  }

  /** Adds a refusal that hangs on the rows of a table. */
  void mayFail(TableName table, String why, Optional<String> probe) {
    if (!isNew(table)) {
      effects.add(new Effect.MayFail(why, probe.map(SqlText::new), false));
    }
  }

  /** Adds a refusal that is possible and hangs on something else than rows. */
  void mayFail(String why) {
    effects.add(new Effect.MayFail(why, Optional.empty(), false));
  }

  /** Adds a refusal that is certain. */
  void fails(String why) {
    effects.add(new Effect.MayFail(why, Optional.empty(), true));
  }

  /** Adds what breaks code that uses a table. */
  void breaks(TableName table, String what) {
    if (!isNew(table)) {
      effects.add(new Effect.BreaksReaders(what));
    }
  }

  void breaks(String what) {
    effects.add(new Effect.BreaksReaders(what));
  }

  void notKnown(String why) {
    effects.add(new Effect.NotKnown(why));
  }
}
