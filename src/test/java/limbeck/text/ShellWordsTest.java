package limbeck.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The expected words are those of Python's {@code shlex.split}. */
class ShellWordsTest {
  @Test
  void splitsAsAShellDoes() {
    assertThat(ShellWords.split("  check --fix\tFILE ")).containsExactly("check", "--fix", "FILE");
    assertThat(ShellWords.split("-l 79 'a b' \"c \\\" d\" e\\ f"))
        .containsExactly("-l", "79", "a b", "c \" d", "e f");
    assertThat(ShellWords.split("a''b \"\" \"x\\y\"")).containsExactly("ab", "", "x\\y");
    assertThat(ShellWords.split("   ")).isEmpty();
  }

  @Test
  void refusesWhatIsNotFinished() {
    assertThatThrownBy(() -> ShellWords.split("'a")).hasMessageContaining("not closed");
    assertThatThrownBy(() -> ShellWords.split("a\\")).hasMessageContaining("backslash");
  }
}
