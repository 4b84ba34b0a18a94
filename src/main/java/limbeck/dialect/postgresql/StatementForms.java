package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.DefaultNames;
import limbeck.operation.Identifiers;
import limbeck.schema.CarriedObject;
import limbeck.schema.ConstraintName;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Effects of statements for which there is no operation, told from their words: storage, owners,
 * maintenance, partitions, locks taken by hand.
 */
final class StatementForms {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;

  StatementForms(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
  }

  /** Adds what a statement does; false when it is none of these. */
  boolean add(StatementWords words) {
    if (words.accept("alter")) {
      return alter(words);
    }
    if (words.accept("create")) {
      return create(words);
    }
    if (words.accept("drop")) {
      if (words.accept("sequence")) {
        dropSequence(words);
        return true;
      }
      if (words.peek("statistics") || words.peek("rule")) {
        effects.notKnown("the table of what is dropped is not known");
      }
      return words.peek("statistics") || words.peek("publication") || words.peek("rule");
    }
    if (words.accept("comment", "on")) {
      comment(words);
      return true;
    }
    if (words.accept("reindex")) {
      reindex(words);
      return true;
    }
    if (words.accept("refresh", "materialized", "view")) {
      boolean concurrently = words.accept("concurrently");
      words.table().ifPresent(it -> refresh(it, concurrently, words.has("no", "data")));
      return true;
    }
    if (words.accept("truncate")) {
      new WholeTableForms(before, effects).truncate(words);
      return true;
    }
    if (words.accept("lock")) {
      new WholeTableForms(before, effects).lock(words);
      return true;
    }
    return maintenance(words);
  }

  /** A sequence that is a part of a column goes with the column, or by CASCADE. */
  private void dropSequence(StatementWords words) {
    words.accept("if", "exists");
    words
        .table()
        .filter(_ -> !words.has("cascade"))
        .ifPresent(
            it ->
                new ObjectEffects(before, effects)
                    .keptByColumn(new SequenceName(it.schema(), it.name())));
  }

  private boolean maintenance(StatementWords words) {
    if (words.accept("vacuum")) {
      boolean full = words.peek("full") || (words.peek("(") && words.has("full"));
      words.skipParentheses();
      words.accept("full");
      words.accept("verbose");
      words.accept("analyze");
      words
          .table()
          .filter(effects::isThere)
          .ifPresent(it -> effects.form(full ? LockFacts.CLUSTER : LockFacts.MAINTENANCE, it));
      return true;
    }
    if (words.accept("cluster")) {
      words.skipParentheses();
      words.accept("verbose");
      words.table().filter(effects::isThere).ifPresent(it -> cluster(it, words));
      return true;
    }
    if (words.accept("analyze") || words.accept("analyse")) {
      words.skipParentheses();
      words.accept("verbose");
      if (words.atEnd()) {
        before.tables().keySet().forEach(it -> effects.form(LockFacts.MAINTENANCE, it));
        before.objects().values().stream()
            .filter(it -> it.kind() == CarriedObject.Kind.MATERIALIZED_VIEW)
            .map(it -> new TableName(it.name().schema(), it.name().name()))
            .forEach(it -> effects.form(LockFacts.MAINTENANCE, it));
      }
      words
          .table()
          .filter(effects::isThere)
          .ifPresent(it -> effects.form(LockFacts.MAINTENANCE, it));
      return true;
    }
    if (words.accept("grant") || words.accept("revoke")) {
      granted(words);
      return true;
    }
    return words.peek("set") || words.peek("reset");
  }

  private static final Set<String> OTHER_THAN_TABLES =
      Set.of(
          ("all database domain foreign function language large parameter procedure routine schema"
                  + " sequence tablespace type")
              .split(" "));

  /** What is granted is there; a sequence is given like a table, too. */
  private void granted(StatementWords words) {
    if (!words.skipPast("on") || OTHER_THAN_TABLES.stream().anyMatch(words::peek)) {
      return;
    }
    words.accept("table");
    do {
      words
          .table()
          .filter(it -> !it.name().endsWith("_seq"))
          .filter(it -> !before.sequences().containsKey(new SequenceName(it.schema(), it.name())))
          .ifPresent(effects::isThere);
    } while (words.comma());
  }

  private void cluster(TableName table, StatementWords words) {
    if (words.accept("using")) {
      words
          .name()
          .filter(it -> before.table(table).isPresent())
          .filter(it -> !effects.indexes(table).contains(new IndexName(it)))
          .ifPresent(it -> effects.fails("42704", "there is no index " + it + " of " + table));
    }
    effects.form(LockFacts.CLUSTER, table);
  }

  private boolean alter(StatementWords words) {
    if (words.accept("table")) {
      boolean lenient = words.accept("if", "exists");
      words.accept("only");
      Optional<TableName> table = words.table();
      words.accept("*");
      table.ifPresent(it -> alter(it, lenient, words));
      return true;
    }
    if (words.accept("policy")) {
      words.skipPast("on");
      words.table().ifPresent(it -> effects.form(LockFacts.CHANGE_POLICY, it));
      return true;
    }
    if (words.accept("domain")) {
      words.table().ifPresent(it -> alterDomain(it, words));
      return true;
    }
    if (words.accept("publication")) {
      if (words.skipPast("table")) {
        words.table().ifPresent(it -> effects.form(LockFacts.MAINTENANCE, it));
      }
      return true;
    }
    if (words.accept("materialized", "view")) {
      words.table().ifPresent(it -> alterView(it, words));
      return true;
    }
    if (words.accept("index")) {
      boolean lenient = words.accept("if", "exists");
      Optional<TableName> name = words.table();
      if (!lenient && words.peek("rename") && name.filter(it -> !isIndex(it)).isPresent()) {
        noIndex(name.get());
      }
      return true;
    }
    return words.peek("sequence");
  }

  private void alterView(TableName view, StatementWords words) {
    boolean settings = words.peek("set", "(") || words.peek("reset", "(");
    effects.form(settings ? LockFacts.ALTER_SETTINGS : LockFacts.ALTER_CATALOG, view);
  }

  private boolean isIndex(TableName name) {
    IndexName wanted = new IndexName(name.name());
    return before.tables().keySet().stream().anyMatch(it -> effects.indexes(it).contains(wanted));
  }

  /** An index that is missed may be one of a materialized view: those are not known. */
  private void noIndex(TableName name) {
    String why = "there is no index " + name;
    boolean views =
        before.objects().values().stream()
            .anyMatch(it -> it.kind() == CarriedObject.Kind.MATERIALIZED_VIEW);
    if (views || name.schema().isPresent()) {
      effects.mayFail("42P01", why);
    } else {
      effects.fails("42P01", why);
    }
  }

  private void alter(TableName table, boolean lenient, StatementWords words) {
    if (before.table(table).isEmpty() && lenient) {
      return;
    }
    if (words.accept("alter")) {
      new TableSettings(before, effects).addColumn(table, words);
    } else if (words.peek("set", "(") || words.peek("reset", "(")) {
      effects.form(LockFacts.ALTER_SETTINGS, table);
      if (effects.isPartitioned(table)) {
        effects.fails("42809", "the partitioned table " + table + " stores no rows of its own");
      }
    } else if (words.peek("cluster") || words.peek("set", "without", "cluster")) {
      effects.form(LockFacts.ALTER_SETTINGS, table);
    } else if (words.accept("set", "logged")) {
      setLogged(table, true);
    } else if (words.accept("set", "unlogged")) {
      setLogged(table, false);
    } else if (words.accept("set", "tablespace")) {
      move(table, words);
    } else if (words.accept("set", "access", "method")) {
      boolean same = words.name().filter("heap"::equals).isPresent();
      effects.form(same ? LockFacts.ALTER_CATALOG : LockFacts.SET_LOGGED, table);
      if (serverMajor < 15) {
        effects.fails("42601", "SET ACCESS METHOD exists from PostgreSQL 15 on");
      }
    } else if (words.accept("no", "inherit")) {
      words.table().ifPresent(it -> disinherit(table, it));
    } else if (words.accept("inherit")) {
      words.table().ifPresent(it -> inherit(table, it));
    } else {

      boolean trigger = words.has("trigger") && (words.peek("enable") || words.peek("disable"));
      effects.form(trigger ? LockFacts.SWITCH_TRIGGER : LockFacts.ALTER_CATALOG, table);
      new TableSettings(before, effects).add(table, words);
    }
  }

  private void inherit(TableName table, TableName parent) {
    new InheritanceRefusals(before, effects).joins(table, parent, false);
    effects.form(LockFacts.INHERIT, table, parent);
  }

  private void disinherit(TableName table, TableName parent) {
    new InheritanceRefusals(before, effects).leaves(table, parent, false);
    effects.form(LockFacts.DISINHERIT, table, parent);
  }

  private void setLogged(TableName table, boolean logged) {
    boolean unlogged =
        before
            .table(table)
            .map(it -> it.options().getOrDefault("prefixes", ""))
            .filter(it -> it.toUpperCase(Locale.ROOT).contains("UNLOGGED"))
            .isPresent();
    effects.form(unlogged == logged ? LockFacts.SET_LOGGED : LockFacts.ALTER_CATALOG, table);
    if (unlogged == logged) {
      new TableSettings(before, effects).logged(table, logged);
    }
    if (!logged) {
      effects.loses(table, "all rows of " + table + " after a crash of the server");
    }
  }

  private void move(TableName table, StatementWords words) {
    boolean home = words.name().filter("pg_default"::equals).isPresent();
    effects.form(LockFacts.ALTER_CATALOG, table);
    if (!home) {
      effects.rewrites(table);
    }
  }

  private void alterDomain(TableName domain, StatementWords words) {
    boolean added = words.accept("add") && !words.has("not", "valid");
    boolean checks = added || words.accept("set", "not", "null") || words.peek("validate");
    if (!checks) {
      return;
    }
    for (Table table : before.tables().values()) {
      boolean used =
          table.columns().stream()
              .anyMatch(
                  it ->
                      it.type() instanceof SqlType.Named(String name, var _)
                          && name.equals(domain.toString()));
      if (used) {
        effects.form(LockFacts.CHECK_DOMAIN, table.name());
        effects.mayFail(
            "23514",
            table.name(),
            "values of the domain " + domain + " in " + table.name() + " may not satisfy it",
            Optional.empty());
      }
    }
  }

  private boolean create(StatementWords words) {
    words.accept("or", "replace");
    if (words.accept("rule")) {
      words.skipPast("to");
      words.table().ifPresent(it -> effects.form(LockFacts.CREATE_RULE, it));
      return true;
    }
    if (words.accept("statistics")) {
      words.skipPast("from");
      words.table().ifPresent(it -> effects.form(LockFacts.MAINTENANCE, it));
      return true;
    }
    if (words.accept("publication")) {
      if (words.skipPast("table")) {
        words.accept("only");
        words.table().ifPresent(it -> effects.form(LockFacts.MAINTENANCE, it));
      }
      return true;
    }
    if (words.accept("type")) {
      words.table().ifPresent(it -> new NameRefusals(before, effects).type(it.schema(), it.name()));
      return false;
    }
    boolean other = words.accept("temp") || words.accept("temporary") || words.accept("unlogged");
    if (words.peek("table") && words.has("as")) {
      words.accept("table");
      boolean kept = words.accept("if", "not", "exists");
      if (kept && words.table().filter(before.tables()::containsKey).isPresent()) {
        return true;
      }
      words.sources().stream()
          .filter(before.tables()::containsKey)
          .forEach(it -> effects.form(LockFacts.SELECT, it));
      return true;
    }
    if (other) {
      return words.peek("table");
    }
    boolean unique = words.accept("unique");
    if (words.accept("index")) {
      boolean concurrently = words.accept("concurrently");
      boolean lenient = words.accept("if", "not", "exists");
      Optional<IndexName> name =
          words.peek("on") ? Optional.empty() : words.name().map(IndexName::new);
      words.accept("on");
      words.accept("only");
      words
          .table()
          .filter(it -> !(lenient && before.tables().containsKey(it)))
          .ifPresent(it -> index(it, name, concurrently));
      return true;
    }
    return !unique && (words.peek("table") || words.peek("schema") || words.peek("extension"));
  }

  private void index(TableName table, Optional<IndexName> name, boolean concurrently) {
    effects.form(
        concurrently ? LockFacts.CREATE_INDEX_CONCURRENTLY : LockFacts.CREATE_INDEX, table);
    effects.buildsIndex(table, name);
  }

  private void comment(StatementWords words) {
    if (words.accept("index")) {
      words.table().filter(it -> !isIndex(it)).ifPresent(this::noIndex);
    } else if (words.accept("constraint")) {
      Optional<String> name = words.name();
      words.accept("on");
      words.table().flatMap(before::table).ifPresent(it -> constraint(it, name.orElse("")));
    } else if (words.accept("table") || words.accept("view")) {
      words.table().ifPresent(it -> effects.form(LockFacts.COMMENT, it));
    }
  }

  private void constraint(Table table, String name) {
    if (DefaultNames.postgresql().named(table).constraint(new ConstraintName(name)).isEmpty()) {
      effects.fails("42704", "there is no constraint " + name + " of " + table.name());
    }
  }

  private void reindex(StatementWords words) {
    words.skipParentheses();
    boolean index = words.accept("index");
    boolean table = !index && words.accept("table");
    boolean concurrently = words.accept("concurrently");
    LockFacts form = concurrently ? LockFacts.REINDEX_CONCURRENTLY : LockFacts.REINDEX;
    Optional<TableName> name = words.table();
    if (name.isEmpty() || (!index && !table)) {
      effects.notKnown("all indexes of a schema or database are built anew");
      return;
    }
    if (index && !isIndex(name.get())) {
      noIndex(name.get());
    }
    if (table && effects.isThere(name.get())) {
      if (effects.indexes(name.get()).isEmpty()) {
        effects.lock(name.get(), form.mode());
        return;
      }
      effects.form(form, name.get());
      effects.rebuildsIndexes(name.get(), effects.indexes(name.get()));
      return;
    }
    if (table) {
      return;
    }
    IndexName wanted = new IndexName(name.get().name());
    for (TableName owner : before.tables().keySet()) {
      if (effects.indexes(owner).contains(wanted)) {
        effects.form(form, owner);
        effects.rebuildsIndexes(owner, new TreeSet<>(Set.of(wanted)));
      }
    }
  }

  private void refresh(TableName view, boolean concurrently, boolean emptied) {
    effects.form(concurrently ? LockFacts.REFRESH_CONCURRENTLY : LockFacts.REFRESH, view);
    if (!concurrently) {
      effects.rewrites(view);
    }
    Optional<CarriedObject> object =
        Optional.ofNullable(
            before
                .objects()
                .get(
                    Schema.objectKey(
                        CarriedObject.Kind.MATERIALIZED_VIEW,
                        new ObjectName(view.schema(), view.name()))));
    if (object.isEmpty()) {
      boolean plain =
          before
              .objects()
              .containsKey(
                  Schema.objectKey(
                      CarriedObject.Kind.VIEW, new ObjectName(view.schema(), view.name())));
      effects.fails(
          plain || before.table(view).isPresent() ? "42809" : "42P01",
          "there is no materialized view " + view);
    }
    object
        .filter(_ -> !emptied)
        .ifPresent(it -> sources(it).forEach(source -> effects.form(LockFacts.SELECT, source)));
  }

  /** Returns the tables that the text of an object mentions. */
  List<TableName> sources(CarriedObject object) {
    return before.tables().keySet().stream()
        .filter(it -> Identifiers.mentions(object.definition(), it.name()))
        .toList();
  }
}
