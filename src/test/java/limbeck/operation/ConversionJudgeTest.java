package limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said about conversions is what a real server does on ALTER COLUMN TYPE. */
@Tag("postgres")
class ConversionJudgeTest {
  private static final Dialect DIALECT = Dialects.of(DialectName.POSTGRESQL);
  private static final Schema ENUMS =
      Schema.of(
          List.of(),
          List.of(
              new EnumType(TypeName.of("mood"), List.of("a", "b")),
              new EnumType(TypeName.of("Level"), List.of("a", "c"))));
  private static final SqlType MOOD = new SqlType.EnumReference(TypeName.of("mood"));
  private static final List<SqlType> TYPES =
      List.of(
          new SqlType.IntegerType(IntegerSize.SMALL),
          new SqlType.IntegerType(IntegerSize.NORMAL),
          new SqlType.IntegerType(IntegerSize.BIG),
          new SqlType.Numeric(Optional.of(10), Optional.of(2)),
          new SqlType.Numeric(Optional.empty(), Optional.empty()),
          new SqlType.Real(),
          new SqlType.DoublePrecision(),
          new SqlType.Floating(Optional.of(30)),
          new SqlType.Varchar(Optional.of(20), Optional.empty()),
          new SqlType.Char(Optional.of(3), Optional.empty()),
          new SqlType.Text(Optional.empty()),
          new SqlType.TextEnum(List.of("a", "b"), 9),
          new SqlType.BooleanType(),
          new SqlType.Date(),
          new SqlType.Time(false, Optional.empty()),
          new SqlType.Time(true, Optional.of(3)),
          new SqlType.Timestamp(false, Optional.empty()),
          new SqlType.Timestamp(true, Optional.of(0)),
          new SqlType.Interval(Optional.empty(), Optional.empty()),
          new SqlType.Interval(Optional.empty(), Optional.of(3)),
          new SqlType.Binary(Optional.empty()),
          new SqlType.Json(false),
          new SqlType.Json(true),
          new SqlType.Uuid(true),
          new SqlType.Uuid(false),
          MOOD,
          new SqlType.EnumReference(TypeName.of("Level")),
          new SqlType.ArrayOf(new SqlType.IntegerType(IntegerSize.NORMAL), 1),
          new SqlType.ArrayOf(new SqlType.IntegerType(IntegerSize.BIG), 1),
          new SqlType.ArrayOf(new SqlType.Text(Optional.empty()), 1),
          new SqlType.ArrayOf(MOOD, 1),
          new SqlType.Named("inet", List.of()),
          new SqlType.Named("cidr", List.of()));

  @Test
  void theServerConvertsAsIsSaid() {
    List<String> wrong = new ArrayList<>();
    try (ScratchDatabase database = SharedServer.of(16).createDatabase();
        Session session = database.open()) {
      assertThat(session.execute("CREATE TYPE mood AS ENUM ('a', 'b')").succeeded()).isTrue();
      assertThat(session.execute("CREATE TYPE \"Level\" AS ENUM ('a', 'c')").succeeded()).isTrue();
      for (SqlType from : TYPES) {
        for (SqlType to : TYPES) {
          judge(session, from, to).ifPresent(wrong::add);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Optional<String> judge(Session session, SqlType from, SqlType to) {
    String was = DIALECT.spell(from, ENUMS);
    String is = DIALECT.spell(to, ENUMS);
    Conversion said = Conversion.of(new ColumnName("c"), from, to);
    boolean alone = converts(session, was, is, "");
    boolean holds =
        switch (said.path()) {
          case AUTOMATIC -> alone;
          case STATED -> converts(session, was, is, " USING " + said.using().orElseThrow());
          case UNKNOWN -> !alone;
        };
    return holds
        ? Optional.empty()
        : Optional.of(was + " to " + is + ": said " + said + ", but alone " + alone);
  }

  private static boolean converts(Session session, String was, String is, String using) {
    session.begin();
    Outcome created = session.execute("CREATE TABLE t (c " + was + ")");
    assertThat(created.succeeded()).as(was).isTrue();
    boolean converted =
        session.execute("ALTER TABLE t ALTER COLUMN c TYPE " + is + using).succeeded();
    session.rollback();
    return converted;
  }
}
