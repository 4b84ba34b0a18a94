package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.Test;

class SourceDecoderTest {
  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static String text(byte[] bytes) {
    return SourceDecoder.decode("a.py", bytes) instanceof SourceDecoder.Text(var file, _, _)
        ? file.text()
        : "undecodable";
  }

  private static SourceDecoder.Undecodable refused(byte[] bytes) {
    return (SourceDecoder.Undecodable) SourceDecoder.decode("a.py", bytes);
  }

  @Test
  void utf8IsTheDefault() {
    assertThat(text(bytes("x = 'é€\ud83d\ude00'\r\n", "UTF-8")))
        .isEqualTo("x = 'é€\ud83d\ude00'\r\n");
    assertThat(text(new byte[0])).isEmpty();
  }

  @Test
  void aByteOrderMarkIsTakenOffAndRemembered() {
    SourceDecoder.Decoded decoded = SourceDecoder.decode("a.py", bytes("\ufeffx = 1", "UTF-8"));

    assertThat(decoded)
        .isEqualTo(
            new SourceDecoder.Text(new SourceFile("a.py", "x = 1"), StandardCharsets.UTF_8, true));
  }

  @Test
  void theCookieNamesTheEncoding() {
    assertThat(text(bytes("# -*- coding: latin-1 -*-\nx = 'é'", "ISO-8859-1"))).contains("é");
    assertThat(
            text(bytes("#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\nx = 'Ж'", "KOI8-R")))
        .contains("Ж");
    assertThat(text(bytes("\n# coding=cp1252\nx = '€'", "windows-1252"))).contains("€");
    assertThat(text(bytes("# coding: euc_jp\rx = '値'", "EUC-JP"))).contains("値");
    assertThat(text(bytes("# coding: iso_8859_1_unix\nx = 'é'", "ISO-8859-1"))).contains("é");
    assertThat(text(bytes("\ufeff# coding: utf-8\nx = 'é'", "UTF-8"))).contains("é");
  }

  @Test
  void aCookieBelowCodeOrInTheThirdLineIsNone() {
    byte[] belowCode = bytes("x = 1\n# coding: latin-1\ny = 'é'", "ISO-8859-1");
    byte[] thirdLine = bytes("#\n#\n# coding: latin-1\ny = 'é'", "ISO-8859-1");

    assertThat(refused(belowCode).offset()).isEqualTo(29);
    assertThat(refused(thirdLine).message())
        .isEqualTo("'utf-8' codec can't decode byte 0xe9 in position 27");
    assertThat(refused(thirdLine).offset()).isEqualTo(27);
  }

  @Test
  void anEncodingThatPythonDoesNotKnowIsRefused() {
    assertThat(refused(bytes("# coding: uft-8\n", "UTF-8")).message())
        .isEqualTo("unknown encoding: uft-8");
    assertThat(refused(bytes("\ufeff# coding: latin-1\n", "UTF-8")).message())
        .isEqualTo("encoding problem: latin-1 with BOM");
  }
}
