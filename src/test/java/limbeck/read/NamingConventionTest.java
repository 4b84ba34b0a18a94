package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.NamingConvention.Kind;
import org.junit.jupiter.api.Test;

class NamingConventionTest {
  /** What is kept of a history is found by this text; a set of no order changes with the JVM. */
  @Test
  void hasOneTextInEveryJvm() {
    NamingConvention convention =
        NamingConvention.of(Map.of("pk", "p", "fk", "f", "ck", "c", "uq", "u", "ix", "i"));

    assertThat(convention.templates().keySet())
        .containsExactly(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.CHECK, Kind.FOREIGN_KEY);
  }
}
