package limbeck.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Goes through the rows of a table in the order of its primary key, and commits after each batch.
 *
 * @param table whose rows
 * @param key the columns of its primary key
 */
record KeyBatches(RowSql sql, TableName table, List<ColumnName> key) {
  private static final int BATCH = 10_000;

  /** Returns the columns of the primary key; none when there is no key. */
  static List<ColumnName> keyOf(Table table) {
    return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
  }

  /**
   * Returns a statement that carries out another one for the rows of each batch.
   *
   * <p>The end is the last row of the beginning: others may add rows faster than they are met.
   *
   * @param statement given the condition that a row is in the batch
   * @param alias by which the statement knows the table; empty when its columns stand alone
   */
  SqlText each(String alias, Function<String, String> statement) {
    String qualifier = alias.isEmpty() ? "" : alias + ".";
    return new SqlText(
        """
        DO $$
        DECLARE
        %1$s
        BEGIN
            SELECT %2$s INTO %3$s FROM %4$s ORDER BY %5$s LIMIT 1;
            SELECT %2$s INTO %6$s FROM %4$s ORDER BY %2$s LIMIT 1;
            WHILE FOUND LOOP
                SELECT %2$s INTO %7$s FROM (
                    SELECT %2$s FROM %4$s WHERE %8$s BETWEEN %9$s AND %10$s
                    ORDER BY %2$s LIMIT %11$d
                ) AS batch ORDER BY %5$s LIMIT 1;
                %12$s;
                COMMIT;
                SELECT %2$s INTO %6$s FROM %4$s
                WHERE %8$s > %13$s AND %8$s <= %10$s ORDER BY %2$s LIMIT 1;
            END LOOP;
        END
        $$"""
            .formatted(
                variables("first") + "\n" + variables("last") + "\n" + variables("end"),
                list(""),
                named("end"),
                sql.table(table),
                list(" DESC"),
                named("first"),
                named("last"),
                row(list("")),
                row(named("first")),
                row(named("end")),
                BATCH,
                statement.apply(
                    row(listed(it -> qualifier + sql.column(key.get(it)), ", "))
                        + " BETWEEN "
                        + row(named("first"))
                        + " AND "
                        + row(named("last"))),
                row(named("last"))));
  }

  private String variables(String word) {
    return listed(
        it ->
            "    %s %s.%s%%TYPE;"
                .formatted(variable(word, it), sql.table(table), sql.column(key.get(it))),
        "\n");
  }

  private String variable(String word, int index) {
    return "limbeck_" + word + (key.size() == 1 ? "" : "_" + (index + 1));
  }

  private String named(String word) {
    return listed(it -> variable(word, it), ", ");
  }

  private String list(String order) {
    return listed(it -> sql.column(key.get(it)) + order, ", ");
  }

  private String listed(Function<Integer, String> each, String separator) {
    return IntStream.range(0, key.size()).boxed().map(each).collect(Collectors.joining(separator));
  }

  private String row(String list) {
    return key.size() == 1 ? list : "(" + list + ")";
  }
}
