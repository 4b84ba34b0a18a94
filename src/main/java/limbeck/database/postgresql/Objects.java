package limbeck.database.postgresql;

import static limbeck.database.postgresql.Catalog.IN_USER_SCHEMA;
import static limbeck.database.postgresql.Catalog.notOfExtension;

import java.util.ArrayList;
import java.util.List;
import limbeck.database.Session;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;

/**
 * Views, functions, triggers and the like, each with the statement that creates it. All queries
 * answer {@code schema, name, definition}; some {@code relation}, the table it hangs on.
 */
final class Objects {
  private static final String EXTENSIONS =
      """
      SELECT e.extname AS name, e.extname AS definition
        FROM pg_extension e WHERE e.extname <> 'plpgsql'
      """;

  private static final String VIEWS =
      """
      SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized,
             'CREATE ' || CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
             || c.oid::regclass || coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')
             || ' AS ' || trim(trailing ';' FROM trim(pg_get_viewdef(c.oid))) AS definition
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND %s AND %s
      """
          .formatted(IN_USER_SCHEMA, notOfExtension("pg_class", "c.oid"));

  /** Functions of one name are told apart by their arguments, as the catalog does. */
  private static final String FUNCTIONS =
      """
      SELECT n.nspname AS schema,
             p.proname || CASE WHEN count(*) OVER (PARTITION BY p.pronamespace, p.proname) > 1
                               THEN '(' || pg_get_function_identity_arguments(p.oid) || ')'
                               ELSE '' END AS name,
             trim(trailing E'\\n' FROM pg_get_functiondef(p.oid)) AS definition
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prokind <> 'a' AND %s AND %s
      """
          .formatted(IN_USER_SCHEMA, notOfExtension("pg_proc", "p.oid"));

  private static final String POLICIES =
      """
      SELECT n.nspname AS schema, c.relname || '.' || p.polname AS name, c.relname AS relation,
             'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || c.oid::regclass
             || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
             || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT'
                              WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
             || CASE WHEN p.polroles = '{0}' THEN ''
                     ELSE ' TO ' || (SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
                                       FROM pg_roles r WHERE r.oid = ANY (p.polroles)) END
             || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
             || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
               AS definition
        FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE %s AND %s
      """
          .formatted(IN_USER_SCHEMA, notOfExtension("pg_class", "c.oid"));

  private static final String DOMAINS =
      """
      SELECT n.nspname AS schema, t.typname AS name,
             'CREATE DOMAIN ' || t.oid::regtype || ' AS ' || format_type(t.typbasetype, t.typtypmod)
             || CASE WHEN t.typcollation NOT IN (0, b.typcollation)
                     THEN ' COLLATE ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
                     ELSE '' END
             || coalesce(' DEFAULT ' || t.typdefault, '')
             || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
             || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(c.conname) || ' '
                                            || pg_get_constraintdef(c.oid), '' ORDER BY c.conname)
                            FROM pg_constraint c
                           WHERE c.contypid = t.oid AND c.contype = 'c'), '') AS definition
        FROM pg_type t
        JOIN pg_type b ON b.oid = t.typbasetype
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_collation l ON l.oid = t.typcollation
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
       WHERE t.typtype = 'd' AND %s AND %s
      """
          .formatted(IN_USER_SCHEMA, notOfExtension("pg_type", "t.oid"));

  private Objects() {}

  /** Reads all objects but those of ignored tables. */
  static List<CarriedObject> read(Session session, int version, Names names, Scope scope) {
    List<CarriedObject> result = new ArrayList<>();
    CatalogRow.each(
        session,
        EXTENSIONS,
        row ->
            result.add(
                new CarriedObject(
                    CarriedObject.Kind.EXTENSION,
                    ObjectName.of(row.text("name")),
                    new SqlText(row.text("definition")))));
    CatalogRow.each(
        session,
        VIEWS,
        row ->
            result.add(
                object(
                    row.flag("materialized")
                        ? CarriedObject.Kind.MATERIALIZED_VIEW
                        : CarriedObject.Kind.VIEW,
                    names,
                    row)));
    CatalogRow.each(
        session, FUNCTIONS, row -> result.add(object(CarriedObject.Kind.FUNCTION, names, row)));
    CatalogRow.each(
        session, DOMAINS, row -> result.add(object(CarriedObject.Kind.DOMAIN, names, row)));
    hanging(session, triggers(version), CarriedObject.Kind.TRIGGER, names, scope, result);
    hanging(session, POLICIES, CarriedObject.Kind.POLICY, names, scope, result);
    return result;
  }

  private static String triggers(int version) {
    return """
    SELECT n.nspname AS schema, c.relname || '.' || t.tgname AS name, c.relname AS relation,
           pg_get_triggerdef(t.oid) AS definition
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND c.relpersistence <> 't' AND %s AND %s AND %s
    """
        .formatted(
            // A partition's copy is its parent's; before 13 those were marked as internal.
            version >= 130_000 ? "t.tgparentid = 0" : "true",
            IN_USER_SCHEMA,
            notOfExtension("pg_class", "c.oid"));
  }

  private static void hanging(
      Session session,
      String query,
      CarriedObject.Kind kind,
      Names names,
      Scope scope,
      List<CarriedObject> result) {
    CatalogRow.each(
        session,
        query,
        row -> {
          if (!scope.ignoredTables().contains(names.relation(row))) {
            result.add(object(kind, names, row));
          }
        });
  }

  private static CarriedObject object(CarriedObject.Kind kind, Names names, CatalogRow row) {
    return new CarriedObject(kind, names.object(row), new SqlText(row.text("definition")));
  }
}
