package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import limbeck.database.Session;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;

/** The sequences, by the catalog's numbers, with the columns they belong to. */
final class Sequences {
  private static final String QUERY =
      """
      SELECT s.seqrelid AS id, n.nspname AS schema, c.relname AS name,
             s.seqtypid::regtype AS type, s.seqstart AS start, s.seqincrement AS increment,
             s.seqmin AS minimum, s.seqmax AS maximum, s.seqcycle AS cycle, s.seqcache AS cache,
             d.refobjid || '.' || d.refobjsubid AS owner, d.deptype = 'i' AS identity,
             d.refobjid::regclass || '.' || quote_ident(a.attname) AS owner_name,
             NOT %s AS of_extension
        FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d
          ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
         AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
        LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       WHERE c.relpersistence <> 't' AND %s
      """
          .formatted(Catalog.notOfExtension("pg_class", "c.oid"), Catalog.IN_USER_SCHEMA);

  /**
   * One sequence.
   *
   * @param sequence what it is
   * @param owner {@code table.column} by numbers
   * @param ownerName the same by names
   * @param isPlain whether it is as SERIAL makes it
   * @param standsAlone whether it is an object of its own, not part of an identity column or of an
   *     extension
   */
  private record Entry(
      Sequence sequence,
      Optional<String> owner,
      Optional<String> ownerName,
      boolean isPlain,
      boolean standsAlone) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, SequenceOptions> ofIdentity = new LinkedHashMap<>();

  static Sequences read(Session session, Names names) {
    Sequences result = new Sequences();
    CatalogRow.each(session, QUERY, row -> result.add(row, names));
    return result;
  }

  private void add(CatalogRow row, Names names) {
    SqlType type = type(row.text("type"));
    SequenceOptions options = options(row);
    Optional<String> owner = row.find("owner");
    boolean identity = row.find("identity").equals(Optional.of("t"));
    if (identity) {
      ofIdentity.put(owner.orElseThrow(), options);
    }
    Sequence sequence =
        new Sequence(
            names.sequence(row),
            row.text("type").equals("bigint") ? Optional.empty() : Optional.of(type),
            options);
    entries.put(
        row.text("id"),
        new Entry(
            sequence,
            owner,
            row.find("owner_name"),
            options.equals(SequenceOptions.NONE),
            !identity && !row.flag("of_extension")));
  }

  /** Returns the options of the identity column {@code table.column}. */
  SequenceOptions identityOptions(String column) {
    return ofIdentity.getOrDefault(column, SequenceOptions.NONE);
  }

  SequenceName name(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("a default uses a sequence that does not exist: " + id);
    }
    return entry.sequence().name();
  }

  /**
   * Whether the sequence makes the column {@code table.column} a SERIAL; then it is an object of
   * its own no more.
   */
  boolean takeAsSerial(String id, String column) {
    Entry entry = entries.get(id);
    if (entry == null || !entry.isPlain() || !entry.owner().equals(Optional.of(column))) {
      return false;
    }
    entries.remove(id);
    return true;
  }

  /** Returns those that no column has taken; one may be owned by a column all the same. */
  List<Sequence> remaining(SortedSet<String> beyond) {
    List<Sequence> result = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.standsAlone()) {
        result.add(entry.sequence());
        entry
            .ownerName()
            .ifPresent(
                it -> beyond.add("sequence " + entry.sequence().name() + ": owned by " + it));
      }
    }
    return result;
  }

  private static SqlType type(String name) {
    return new SqlType.IntegerType(
        switch (name) {
          case "smallint" -> SqlType.IntegerSize.SMALL;
          case "integer" -> SqlType.IntegerSize.NORMAL;
          default -> SqlType.IntegerSize.BIG;
        });
  }

  /** States only what differs from what CREATE SEQUENCE chooses for the type and the direction. */
  private static SequenceOptions options(CatalogRow row) {
    long increment = row.longNumber("increment");
    long minimum = row.longNumber("minimum");
    long maximum = row.longNumber("maximum");
    long top =
        switch (row.text("type")) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    boolean ascending = increment > 0;
    return new SequenceOptions(
        unless(row.longNumber("start"), ascending ? minimum : maximum),
        unless(increment, 1),
        unless(minimum, ascending ? 1 : -top - 1),
        unless(maximum, ascending ? top : -1),
        row.flag("cycle") ? Optional.of(true) : Optional.empty(),
        unless(row.longNumber("cache"), 1));
  }

  private static Optional<Long> unless(long value, long usual) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }
}
