package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * Copies the rows of a table into its archive. Those of a large table are copied before the
 * transaction that drops, in batches, so that no lock is held meanwhile; a trigger has the archive
 * follow what is written until then. What an attempt that was broken off has left is used again.
 */
final class ArchiveCopy {
  private static final String BECAUSE = "what is written while the rows are copied is kept too";

  private final Draft draft;
  private final RowSql sql;
  private final TableName from;
  private final Archive.Kept kept;
  private boolean follows;

  ArchiveCopy(Draft draft, TableName from, Archive.Kept kept) {
    this.draft = draft;
    this.sql = draft.sql();
    this.from = from;
    this.kept = kept;
  }

  /**
   * Copies the rows.
   *
   * @param apart whether that happens before the transaction that drops
   */
  void add(boolean apart) {
    if (!apart) {
      copy(new SqlText(insert("")), "its rows are copied", false);
    } else if (kept.key().isEmpty()) {
      copy(
          new SqlText(insert("") + " WHERE NOT EXISTS (SELECT FROM " + archive() + ")"),
          "its rows are copied while nothing is locked",
          true);
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The rows of "
              + from
              + " are copied by a single statement, because it has no primary key to go through"
              + " them by; what is written meanwhile is not kept.");
    } else {
      follow();
      copy(
          new KeyBatches(sql, from, kept.keyNames()).each("", this::batch),
          "its rows are copied in batches that are committed one by one",
          true);
    }
  }

  private void copy(SqlText statement, String because, boolean apart) {
    draft.about(
        footprint(),
        () ->
            draft.addFleeting(
                new DataOperation.ExecuteSql(
                    statement, new TreeSet<>(List.of(kept.table())), new TreeSet<>(List.of(from))),
                because,
                Classification.DATA,
                "it reads every row",
                apart));
  }

  private Footprint footprint() {
    Set<Footprint.Part> parts = new HashSet<>();
    kept.all().forEach(it -> parts.add(new Footprint.Part(from.toString(), it.name().text())));
    parts.add(new Footprint.Part(kept.table().toString(), ""));
    return new Footprint(parts, false);
  }

  private String archive() {
    return sql.table(kept.table());
  }

  private String insert(String row) {
    String values = RowSql.list(kept.all(), it -> stored(it, row));
    String names = RowSql.list(kept.all(), it -> sql.column(it.name()));
    String insert = "INSERT INTO " + archive() + " (" + names + ") ";
    return row.isEmpty()
        ? insert + "SELECT " + values + " FROM " + sql.table(from)
        : insert + "VALUES (" + values + ")";
  }

  private String stored(Column column, String row) {
    return Archive.stored(column, row + sql.column(column.name()), draft.options());
  }

  /** No row may change between the reading and the writing of its copy. */
  private String batch(String range) {
    return insert("") + "\n        WHERE " + range + " FOR SHARE\n        " + again();
  }

  /** Has the copy bring up to date what is there already. */
  private String again() {
    String others =
        RowSql.list(
            kept.columns(), it -> sql.column(it.name()) + " = EXCLUDED." + sql.column(it.name()));
    return "ON CONFLICT ("
        + RowSql.list(kept.key(), it -> sql.column(it.name()))
        + ") DO "
        + (others.isEmpty() ? "NOTHING" : "UPDATE SET " + others);
  }

  /** Has the archive follow the table. Programs need no rights to the archive for that. */
  private void follow() {
    RowTriggers triggers = new RowTriggers(draft);
    CarriedObject trigger = triggers.trigger(from, name(), "AFTER " + events());
    draft.about(
        footprint(),
        () -> {
          fleeting(
              new ObjectOperation.CreateObject(
                  triggers.function(
                      from,
                      name(),
                      " SECURITY DEFINER SET search_path = pg_catalog, pg_temp",
                      body()),
                  true));
          fleeting(MirrorSteps.dropIfExists(trigger));
          fleeting(new ObjectOperation.CreateObject(trigger, false));
        });
    follows = true;
  }

  private void fleeting(Operation operation) {
    draft.addFleeting(operation, BECAUSE, Classification.ADDITIVE, "it goes again", false);
  }

  private String name() {
    return NotNullSteps.cut("limbeck_keep_" + from.name());
  }

  /** Of a table of which only columns go, what else is written does not matter. */
  private String events() {
    boolean whole =
        draft.schema().table(from).map(it -> it.columns().size()).orElse(0) <= kept.all().size();
    String columns = whole ? "" : " OF " + RowSql.list(kept.all(), it -> sql.column(it.name()));
    return "INSERT OR UPDATE" + columns + " OR DELETE";
  }

  private String body() {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (Column it : kept.key()) {
      String name = sql.column(it.name());
      before.add("OLD." + name);
      after.add("NEW." + name);
      same.add("kept." + name + " = " + stored(it, "OLD."));
    }
    return """
    BEGIN
        IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW(%s) IS DISTINCT FROM ROW(%s) THEN
            DELETE FROM %s AS kept WHERE %s;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            %s
            %s;
        END IF;
        RETURN NULL;
    END
    """
        .formatted(
            String.join(", ", before),
            String.join(", ", after),
            archive(),
            String.join(" AND ", same),
            insert("NEW."),
            again());
  }

  /** Has the archive follow no more, as what it keeps goes in the same transaction. */
  void finish() {
    if (follows) {
      draft.about(
          footprint(),
          () ->
              new RowTriggers(draft)
                  .drop(from, name(), "the archive is complete", Optional.of(List.of())));
    }
  }
}
