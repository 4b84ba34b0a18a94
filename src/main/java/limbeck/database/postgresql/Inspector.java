package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.database.Session;
import limbeck.schema.CarriedObject;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Reads what a PostgreSQL database holds, of any version from 12 on, by about a dozen queries over
 * the system catalogs, however many tables there are.
 */
public final class Inspector {
  private static final String NAMESPACES =
      """
      SELECT n.nspname AS schema FROM pg_namespace n
       WHERE n.nspname NOT IN ('public', current_schema()) AND %s AND %s
      """
          .formatted(Catalog.IN_USER_SCHEMA, Catalog.notOfExtension("pg_namespace", "n.oid"));

  private static final String ENUM_LABELS =
      """
      SELECT n.nspname AS schema, t.typname AS name, l.enumlabel AS label
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_enum l ON l.enumtypid = t.oid
       WHERE t.typtype = 'e' AND %s AND %s
       ORDER BY t.oid, l.enumsortorder
      """
          .formatted(Catalog.IN_USER_SCHEMA, Catalog.notOfExtension("pg_type", "t.oid"));

  private Inspector() {}

  /**
   * Reads a database through a session, which is left as it was. Outside of a transaction it reads
   * one consistent state.
   *
   * @throws limbeck.text.ToolFailure when the catalog cannot be read
   */
  public static Inspection inspect(Session session, Scope scope) {
    if (session.inTransaction()) {
      return readQualified(session, scope);
    }
    session.begin();
    try {
      session.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return readQualified(session, scope);
    } finally {
      session.rollback();
    }
  }

  /**
   * The server prints names unqualified when the search path finds them. With only the default
   * schema in it, the texts do not depend on the session's own search path.
   */
  private static Inspection readQualified(Session session, Scope scope) {
    String path = session.query("SHOW search_path").firstValue().orElse("");
    Names names =
        new Names(
            session
                .query("SELECT coalesce(current_schema(), 'public')")
                .firstValue()
                .orElseThrow());
    session.query(searchPath("quote_ident(" + literal(names.defaultSchema()) + ")"));
    Inspection result = read(session, session.serverVersion(), names, scope);
    session.query(searchPath(literal(path)));
    return result;
  }

  private static String searchPath(String value) {
    return "SELECT set_config('search_path', " + value + ", true)";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Inspection read(Session session, int version, Names names, Scope scope) {
    SortedSet<String> beyond = new TreeSet<>();
    Relations relations = Relations.read(session, names, scope, beyond);
    Sequences sequences = Sequences.read(session, names);
    Columns columns = Columns.read(session, names, relations, sequences, beyond);
    IndexElements elements = IndexElements.read(session, names, columns);
    Constraints.read(session, version, names, relations, columns, elements, beyond);
    Indexes.read(session, version, relations, columns, elements, beyond);
    Beyond.read(session, beyond);
    List<CarriedObject> objects = Objects.read(session, version, names, scope);
    return new Inspection(
        schema(
            relations,
            enums(session, names),
            sequences.remaining(beyond),
            namespaces(session),
            objects),
        beyond);
  }

  private static Schema schema(
      Relations relations,
      List<EnumType> enums,
      List<Sequence> sequences,
      SortedSet<SchemaName> namespaces,
      List<CarriedObject> objects) {
    SortedMap<TableName, Table> tables = new TreeMap<>();
    relations.all().forEach(it -> tables.put(it.name(), it));
    SortedMap<TypeName, EnumType> types = new TreeMap<>();
    enums.forEach(it -> types.put(it.name(), it));
    SortedMap<SequenceName, Sequence> counters = new TreeMap<>();
    sequences.forEach(it -> counters.put(it.name(), it));
    SortedMap<String, CarriedObject> carried = new TreeMap<>();
    objects.forEach(it -> carried.put(Schema.objectKey(it.kind(), it.name()), it));
    return new Schema(tables, types, counters, namespaces, carried);
  }

  private static SortedSet<SchemaName> namespaces(Session session) {
    SortedSet<SchemaName> result = new TreeSet<>();
    CatalogRow.each(session, NAMESPACES, row -> result.add(new SchemaName(row.text("schema"))));
    return result;
  }

  private static List<EnumType> enums(Session session, Names names) {
    Map<TypeName, List<String>> labels = new TreeMap<>();
    CatalogRow.each(
        session,
        ENUM_LABELS,
        row -> {
          List<String> known = labels.computeIfAbsent(names.type(row), _ -> new ArrayList<>());
          row.find("label").ifPresent(known::add);
        });
    return labels.entrySet().stream().map(it -> new EnumType(it.getKey(), it.getValue())).toList();
  }
}
