package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.operation.DescribeType;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Asks what existing values become where there is no sure way from one type to another. */
final class UsingQuestion {
  private UsingQuestion() {}

  /**
   * Asks.
   *
   * @param why there is no way
   * @param example a value of the new type, if one is known
   */
  static Question of(
      ColumnPlace place, SqlType from, SqlType to, String why, Optional<SqlText> example) {
    return new Question(
        "using:" + place,
        place
            + " changes from "
            + DescribeType.describe(from)
            + " to "
            + DescribeType.describe(to)
            + ", and "
            + why
            + ". What do existing values become?",
        List.of(
            new Question.Option(
                "an expression over the row",
                Shell.option("--using", place + "=", example.map(SqlText::text).orElse("NULL")),
                false),
            new Question.Option(
                "stop the upgrade when there are values",
                Shell.option("--no-fill", place.toString(), ""),
                true)));
  }
}
