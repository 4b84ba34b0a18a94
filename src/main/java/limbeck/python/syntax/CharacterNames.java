package limbeck.python.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The characters that <code>\N{…}</code> names: Unicode's names, its names for control characters
 * and its abbreviations.
 */
final class CharacterNames {
  private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final int FIRST_SYLLABLE = 0xac00;

  /** How the parts of Hangul syllables are written (The Unicode Standard, section 3.12). */
  private static final List<String> LEADING =
      List.of("G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1));

  private static final List<String> VOWELS =
      List.of("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ", -1));

  private static final List<String> TRAILING =
      List.of(
          " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1));

  private CharacterNames() {}

  /** Returns the code point of a name, in any case of letters, or −1. */
  static int find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith(IDEOGRAPH)) {
      return ideograph(upper.substring(IDEOGRAPH.length()));
    }
    if (upper.startsWith(SYLLABLE)) {
      return syllable(upper.substring(SYLLABLE.length()));
    }
    Integer alias = Aliases.POINTS.get(upper);
    return alias != null ? alias : named(upper);
  }

  private static int named(String name) {
    try {
      int point = Character.codePointOf(name);
      return isOnlyJavas(name, point) ? -1 : point;
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
  }

  /** Java also names control characters, and any character by its block and its number. */
  private static boolean isOnlyJavas(String name, int point) {
    return !name.equals(Character.getName(point))
        || Character.getType(point) == Character.CONTROL
        || name.endsWith(" " + Integer.toHexString(point).toUpperCase(Locale.ROOT));
  }

  private static int ideograph(String number) {
    if (!number.matches("[0-9A-F]{4,5}")) {
      return -1;
    }
    int point = Integer.parseInt(number, 16);
    boolean unified =
        Character.isIdeographic(point)
            && Character.isDefined(point)
            && String.valueOf(Character.getName(point)).startsWith("CJK UNIFIED IDEOGRAPHS");
    return unified ? point : -1;
  }

  private static int syllable(String name) {
    for (int leading = 0; leading < LEADING.size(); leading++) {
      if (!name.startsWith(LEADING.get(leading))) {
        continue;
      }
      String rest = name.substring(LEADING.get(leading).length());
      for (int vowel = 0; vowel < VOWELS.size(); vowel++) {
        if (rest.startsWith(VOWELS.get(vowel))) {
          int trailing = TRAILING.indexOf(rest.substring(VOWELS.get(vowel).length()));
          if (trailing >= 0) {
            int index = (leading * VOWELS.size() + vowel) * TRAILING.size() + trailing;
            return FIRST_SYLLABLE + index;
          }
        }
      }
    }
    return -1;
  }

  /** Made only when a name is looked up. */
  private static final class Aliases {
    /** From Unicode's NameAliases: control characters, and abbreviations of format characters. */
    private static final String LIST =
        """
        0000 NULL, NUL
        0001 START OF HEADING, SOH
        0002 START OF TEXT, STX
        0003 END OF TEXT, ETX
        0004 END OF TRANSMISSION, EOT
        0005 ENQUIRY, ENQ
        0006 ACKNOWLEDGE, ACK
        0007 ALERT, BEL
        0008 BACKSPACE, BS
        0009 CHARACTER TABULATION, HORIZONTAL TABULATION, HT, TAB
        000A LINE FEED, NEW LINE, END OF LINE, LF, NL, EOL
        000B LINE TABULATION, VERTICAL TABULATION, VT
        000C FORM FEED, FF
        000D CARRIAGE RETURN, CR
        000E SHIFT OUT, LOCKING-SHIFT ONE, SO
        000F SHIFT IN, LOCKING-SHIFT ZERO, SI
        0010 DATA LINK ESCAPE, DLE
        0011 DEVICE CONTROL ONE, DC1
        0012 DEVICE CONTROL TWO, DC2
        0013 DEVICE CONTROL THREE, DC3
        0014 DEVICE CONTROL FOUR, DC4
        0015 NEGATIVE ACKNOWLEDGE, NAK
        0016 SYNCHRONOUS IDLE, SYN
        0017 END OF TRANSMISSION BLOCK, ETB
        0018 CANCEL, CAN
        0019 END OF MEDIUM, EOM, EM
        001A SUBSTITUTE, SUB
        001B ESCAPE, ESC
        001C INFORMATION SEPARATOR FOUR, FILE SEPARATOR, FS
        001D INFORMATION SEPARATOR THREE, GROUP SEPARATOR, GS
        001E INFORMATION SEPARATOR TWO, RECORD SEPARATOR, RS
        001F INFORMATION SEPARATOR ONE, UNIT SEPARATOR, US
        0020 SP
        007F DELETE, DEL
        0080 PADDING CHARACTER, PAD
        0081 HIGH OCTET PRESET, HOP
        0082 BREAK PERMITTED HERE, BPH
        0083 NO BREAK HERE, NBH
        0084 INDEX, IND
        0085 NEXT LINE, NEL
        0086 START OF SELECTED AREA, SSA
        0087 END OF SELECTED AREA, ESA
        0088 CHARACTER TABULATION SET, HORIZONTAL TABULATION SET, HTS
        0089 CHARACTER TABULATION WITH JUSTIFICATION, HORIZONTAL TABULATION WITH JUSTIFICATION, HTJ
        008A LINE TABULATION SET, VERTICAL TABULATION SET, VTS
        008B PARTIAL LINE FORWARD, PARTIAL LINE DOWN, PLD
        008C PARTIAL LINE BACKWARD, PARTIAL LINE UP, PLU
        008D REVERSE LINE FEED, REVERSE INDEX, RI
        008E SINGLE SHIFT TWO, SINGLE-SHIFT-2, SS2
        008F SINGLE SHIFT THREE, SINGLE-SHIFT-3, SS3
        0090 DEVICE CONTROL STRING, DCS
        0091 PRIVATE USE ONE, PRIVATE USE-1, PU1
        0092 PRIVATE USE TWO, PRIVATE USE-2, PU2
        0093 SET TRANSMIT STATE, STS
        0094 CANCEL CHARACTER, CCH
        0095 MESSAGE WAITING, MW
        0096 START OF GUARDED AREA, START OF PROTECTED AREA, SPA
        0097 END OF GUARDED AREA, END OF PROTECTED AREA, EPA
        0098 START OF STRING, SOS
        0099 SINGLE GRAPHIC CHARACTER INTRODUCER, SGC
        009A SINGLE CHARACTER INTRODUCER, SCI
        009B CONTROL SEQUENCE INTRODUCER, CSI
        009C STRING TERMINATOR, ST
        009D OPERATING SYSTEM COMMAND, OSC
        009E PRIVACY MESSAGE, PM
        009F APPLICATION PROGRAM COMMAND, APC
        00A0 NBSP
        00AD SHY
        034F CGJ
        061C ALM
        180E MVS
        200B ZWSP
        200C ZWNJ
        200D ZWJ
        200E LRM
        200F RLM
        202A LRE
        202B RLE
        202C PDF
        202D LRO
        202E RLO
        202F NNBSP
        205F MMSP
        2060 WJ
        2066 LRI
        2067 RLI
        2068 FSI
        2069 PDI
        FEFF BYTE ORDER MARK, BOM, ZWNBSP
        """;

    static final Map<String, Integer> POINTS = points();

    private Aliases() {}

    private static Map<String, Integer> points() {
      Map<String, Integer> points = new HashMap<>();
      for (String line : LIST.lines().toList()) {
        int point = Integer.parseInt(line.substring(0, 4), 16);
        for (String name : line.substring(5).split(", ")) {
          points.put(name, point);
        }
      }
      for (int i = 1; i <= 256; i++) {
        points.put("VS" + i, i <= 16 ? 0xfe00 + i - 1 : 0xe0100 + i - 17);
      }
      return points;
    }
  }
}
