package limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void readsAllParts() {
    DatabaseUrl url =
        DatabaseUrl.parse(
            "postgresql+psycopg2://me%40home:p%2Fa+s@db.example:6543/shop?sslmode=require&application_name=x");
    assertThat(url)
        .isEqualTo(
            new DatabaseUrl(
                "db.example",
                6543,
                "shop",
                Optional.of("me@home"),
                Optional.of("p/a+s"),
                new TreeMap<>(Map.of("sslmode", "require", "application_name", "x"))));
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:6543/shop");
    assertThat(url.properties())
        .containsOnly(
            Map.entry("user", "me@home"),
            Map.entry("password", "p/a+s"),
            Map.entry("sslmode", "require"),
            Map.entry("ApplicationName", "x"));
    assertThat(url.toString())
        .isEqualTo(
            "postgresql://me%40home:***@db.example:6543/shop?application_name=x&sslmode=require");
    assertThat(DatabaseUrl.parse(url.libpq())).isEqualTo(url);
    assertThat(DatabaseUrl.parse(url.sqlalchemy())).isEqualTo(url);
    assertThat(url.sqlalchemy()).startsWith("postgresql+psycopg://me%40home:p%2Fa%2Bs@");
  }

  @Test
  void namesParametersAsJdbcDoes() {
    assertThat(
            DatabaseUrl.parse(
                    "postgresql+asyncpg://u@h/d?ssl=require&target_session_attrs=read-write&connect_timeout=3")
                .properties())
        .containsOnly(
            Map.entry("user", "u"),
            Map.entry("sslmode", "require"),
            Map.entry("targetServerType", "primary"),
            Map.entry("connectTimeout", "3"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u@h/d, jdbc:postgresql://h:5432/d",
    "postgresql://u@h, jdbc:postgresql://h:5432/u",
    "postgresql:///d, jdbc:postgresql://localhost:5432/d",
    "postgresql:///?host=h&port=1&dbname=d, jdbc:postgresql://h:1/d",
    "postgresql+asyncpg://u:a/b[@h:7/d, jdbc:postgresql://h:7/d",
    "'postgresql://u@[::1]:7/d', 'jdbc:postgresql://[::1]:7/d'",
  })
  void readsWhatSqlalchemyReads(String text, String jdbc) {
    assertThat(DatabaseUrl.parse(text).jdbc()).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite:///x.db",
        "mysql+pymysql://u:secret@h/d",
        "driver://user:secret@localhost/dbname",
        "postgresql://u:secret@h:port/d",
        "postgresql://u:secret@/d?host=/var/run/postgresql",
        "%(DATABASE_URL)s:secret",
      })
  void refusesWhatItCannotReach(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(ToolFailure.class)
        .hasMessageNotContaining("secret");
  }
}
