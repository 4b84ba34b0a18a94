package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharacterNamesTest {
  @Test
  void findsNamesAndAliases() {
    assertThat(CharacterNames.find("EURO SIGN")).isEqualTo('€');
    assertThat(CharacterNames.find("latin small letter a")).isEqualTo('a');
    assertThat(CharacterNames.find("GRINNING FACE")).isEqualTo(0x1f600);
    assertThat(CharacterNames.find("LINE FEED")).isEqualTo('\n');
    assertThat(CharacterNames.find("NBSP")).isEqualTo('\u00a0');
    assertThat(CharacterNames.find("VS16")).isEqualTo(0xfe0f);
    assertThat(CharacterNames.find("VS256")).isEqualTo(0xe01ef);
  }

  @Test
  void findsNamesThatAreMadeByRule() {
    assertThat(CharacterNames.find("CJK UNIFIED IDEOGRAPH-4E00")).isEqualTo(0x4e00);
    assertThat(CharacterNames.find("CJK UNIFIED IDEOGRAPH-20000")).isEqualTo(0x20000);
    assertThat(CharacterNames.find("HANGUL SYLLABLE GA")).isEqualTo(0xac00);
    assertThat(CharacterNames.find("HANGUL SYLLABLE HIH")).isEqualTo(0xd7a3);
    assertThat(CharacterNames.find("HANGUL SYLLABLE AEN")).isEqualTo("앤".charAt(0));
  }

  @Test
  void findsNothingElse() {
    for (String name :
        new String[] {
          "",
          "NO SUCH NAME",
          "LINE FEED (LF)",
          "CJK UNIFIED IDEOGRAPHS 4E00",
          "BASIC LATIN 41",
          "CJK UNIFIED IDEOGRAPH-0041",
          "CJK UNIFIED IDEOGRAPH-",
          "HANGUL SYLLABLE Q",
          "HANGUL SYLLABLES AC00",
          "HANGUL SYLLABLE "
        }) {
      assertThat(CharacterNames.find(name)).as("%s", name).isEqualTo(-1);
    }
  }
}
