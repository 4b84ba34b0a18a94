package limbeck.database.postgresql;

import static limbeck.database.postgresql.Catalog.IN_USER_SCHEMA;
import static limbeck.database.postgresql.Catalog.notOfExtension;

import java.util.SortedSet;
import limbeck.database.Session;

/** Objects for which the schema model has no place, found so that they are at least named. */
final class Beyond {
  private static final String QUERY =
      """
      SELECT 'type ' || t.oid::regtype || ': '
             || CASE t.typtype
                WHEN 'c' THEN 'composite (' || coalesce(
                       (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod),
                                          ', ' ORDER BY a.attnum)
                          FROM pg_attribute a
                         WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
                       '') || ')'
                WHEN 'r' THEN 'range of ' ||
                       (SELECT r.rngsubtype::regtype FROM pg_range r WHERE r.rngtypid = t.oid)
                ELSE 'base' END AS line
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_class c ON c.oid = t.typrelid
       WHERE (t.typtype = 'r' OR t.typtype = 'c' AND c.relkind = 'c'
              OR t.typtype = 'b' AND t.typcategory <> 'A')
         AND %1$s AND %2$s
      UNION ALL
      SELECT 'foreign table ' || c.oid::regclass
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'f' AND %1$s AND %3$s
      UNION ALL
      SELECT 'aggregate ' || p.oid::regprocedure
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prokind = 'a' AND %1$s AND %4$s
      UNION ALL
      SELECT 'operator ' || o.oid::regoperator
        FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
       WHERE %1$s AND %5$s
      UNION ALL
      SELECT 'collation ' || quote_ident(n.nspname) || '.' || quote_ident(l.collname)
        FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
       WHERE %1$s AND %6$s
      UNION ALL
      SELECT 'rule ' || pg_get_ruledef(r.oid)
        FROM pg_rewrite r
        JOIN pg_class c ON c.oid = r.ev_class
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE r.rulename <> '_RETURN' AND %1$s AND %3$s
      UNION ALL
      SELECT 'statistics ' || pg_get_statisticsobjdef(s.oid)
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
       WHERE %1$s
      UNION ALL
      SELECT 'trigger ' || quote_ident(t.tgname) || ' of table ' || c.oid::regclass || ': '
             || CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'enabled on replicas'
                                 ELSE 'enabled always' END
        FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE NOT t.tgisinternal AND t.tgenabled <> 'O' AND %1$s AND %3$s
      UNION ALL
      SELECT 'event trigger ' || quote_ident(e.evtname) || ' on ' || e.evtevent
        FROM pg_event_trigger e WHERE %7$s
      UNION ALL
      SELECT 'publication ' || quote_ident(pubname) FROM pg_publication
      """
          .formatted(
              IN_USER_SCHEMA,
              notOfExtension("pg_type", "t.oid"),
              notOfExtension("pg_class", "c.oid"),
              notOfExtension("pg_proc", "p.oid"),
              notOfExtension("pg_operator", "o.oid"),
              notOfExtension("pg_collation", "l.oid"),
              notOfExtension("pg_event_trigger", "e.oid"));

  private Beyond() {}

  static void read(Session session, SortedSet<String> beyond) {
    CatalogRow.each(session, QUERY, row -> beyond.add(row.text("line")));
  }
}
