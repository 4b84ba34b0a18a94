package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import limbeck.operation.DescribeType;
import limbeck.operation.Identifiers;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/**
 * A column and another one beside it that holds the same in its own way.
 *
 * @param table of both
 * @param source the column that programs write
 * @param beside the one that is kept like it, as it will be when it is done
 * @param there the value of {@code beside}, an expression over the row
 * @param back the value of {@code source}, an expression over the row
 */
record Mirror(TableName table, Column source, Column beside, SqlText there, SqlText back) {
  private static final String BOTH_ALIKE =
      """
      BEGIN
          IF TG_OP = 'INSERT' AND %1$s IS DISTINCT FROM %2$s
                  OR TG_OP = 'UPDATE' AND %1$s IS DISTINCT FROM %3$s THEN
              NEW.%4$s := %5$s;
          ELSE
              NEW.%6$s := %7$s;
          END IF;
          RETURN NEW;
      END
      """;

  /** What has a like already, or was not written, stays: a value may not survive both ways. */
  private static final String BOTH_CONVERTED =
      """
      BEGIN
          IF TG_OP = 'INSERT' AND %1$s IS DISTINCT FROM %2$s
                  OR TG_OP = 'UPDATE' AND %1$s IS DISTINCT FROM %3$s THEN
              IF %1$s IS DISTINCT FROM %8$s THEN
                  NEW.%4$s := %5$s;
              END IF;
          ELSIF TG_OP = 'INSERT' OR NEW.%6$s IS NULL
                  OR %9$s IS DISTINCT FROM %10$s THEN
              NEW.%6$s := %7$s;
          END IF;
          RETURN NEW;
      END
      """;

  /** Returns both columns. */
  List<ColumnPlace> places() {
    return List.of(new ColumnPlace(table, source.name()), new ColumnPlace(table, beside.name()));
  }

  ColumnPlace besidePlace() {
    return new ColumnPlace(table, beside.name());
  }

  /** Returns the two the other way round. */
  Mirror turned() {
    return new Mirror(
        table, /* source= */ beside, /* beside= */ source, /* there= */ back, /* back= */ there);
  }

  /** Returns the same pair under other names. */
  Mirror named(ColumnName newSource, ColumnName newBeside) {
    return new Mirror(
        table,
        source.withName(newSource),
        beside.withName(newBeside),
        Identifiers.rename(there, source.name().text(), newSource.text()),
        Identifiers.rename(back, beside.name().text(), newBeside.text()));
  }

  /** Returns the same pair when its types have got other names. */
  Mirror typed(UnaryOperator<SqlType> later) {
    return new Mirror(
        table,
        source.withType(later.apply(source.type())),
        beside.withType(later.apply(beside.type())),
        there,
        back);
  }

  /** The default both have, if it is the same for all rows of a statement. */
  Optional<Default> steadyDefault() {
    return beside.serverDefault().filter(it -> !PostgresLocks.isVolatile(it));
  }

  /**
   * The body of a function that keeps {@code beside} like {@code source}, which alone is written.
   */
  String following(RowSql sql, boolean always) {
    String assignment = "NEW.%s := %s;".formatted(sql.column(beside.name()), value(there, sql));
    if (always) {
      return """
      BEGIN
          %s
          RETURN NEW;
      END
      """
          .formatted(assignment);
    }
    return """
    BEGIN
        IF TG_OP = 'INSERT' OR %s IS DISTINCT FROM %s THEN
            %s
        END IF;
        RETURN NEW;
    END
    """
        .formatted(compared("NEW", source, sql), compared("OLD", source, sql), assignment);
  }

  /**
   * The body of a function that keeps each like the other, whichever is written. What has its
   * default was not given, and follows the other; so does what an UPDATE leaves as it was.
   */
  String inBothDirections(RowSql sql) {
    boolean alike = source.type().equals(beside.type());
    String given =
        steadyDefault()
            .map(NotNullSteps::constant)
            .flatMap(it -> it)
            .map(SqlText::text)
            .orElse("NULL");
    return (alike ? BOTH_ALIKE : BOTH_CONVERTED)
        .formatted(
            compared("NEW", beside, sql),
            cast("(" + given + ")", beside),
            compared("OLD", beside, sql),
            sql.column(source.name()),
            value(back, sql),
            sql.column(beside.name()),
            value(there, sql),
            cast("(" + value(there, sql) + ")::" + DescribeType.describe(beside.type()), beside),
            compared("NEW", source, sql),
            compared("OLD", source, sql));
  }

  private String value(SqlText expression, RowSql sql) {
    boolean plain =
        expression.text().equals(sql.column(source.name()))
            || expression.text().equals(sql.column(beside.name()));
    return plain
        ? "NEW." + expression
        : "(SELECT " + expression + " FROM (SELECT NEW.*) AS " + sql.alias(table) + ")";
  }

  private static String compared(String row, Column column, RowSql sql) {
    return cast(row + "." + sql.column(column.name()), column);
  }

  /** Some types cannot be compared; their text can. */
  private static String cast(String value, Column column) {
    boolean comparable =
        !(column.type() instanceof SqlType.Json(boolean binary) && !binary)
            && !(column.type() instanceof SqlType.Named)
            && !(column.type() instanceof SqlType.ArrayOf);
    return comparable ? value : value + "::text";
  }
}
