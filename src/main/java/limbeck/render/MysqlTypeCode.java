package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.InlineEnum;
import limbeck.schema.SqlType;

/** The types that only MySQL and MariaDB have, as {@code sqlalchemy.dialects.mysql} calls them. */
final class MysqlTypeCode {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\w+)(?:\\((\\d+)\\))?( unsigned)?( zerofill)?"
              + "(?: character set (\\w+))?(?: collate (\\w+))?");
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "integer", "bigint");
  private static final Set<String> TEXTS =
      Set.of("varchar", "char", "text", "tinytext", "mediumtext", "longtext");
  private static final Set<String> OTHERS =
      Set.of("tinyblob", "mediumblob", "longblob", "year", "bit", "timestamp");

  private final Imports imports;

  MysqlTypeCode(Imports imports) {
    this.imports = imports;
  }

  /** Returns the constructor call; empty when the package has none for the type. */
  Optional<Code> of(SqlType.Named type) {
    if (InlineEnum.is(type)) {
      return Optional.of(labelled("ENUM", type));
    }
    if (type.name().equals("set")) {
      return Optional.of(labelled("SET", type));
    }
    Matcher form = FORM.matcher(type.name());
    if (!form.matches() || type.arguments().size() > 1) {
      return Optional.empty();
    }
    String word = form.group(1);
    Optional<String> number =
        Optional.ofNullable(form.group(2)).or(() -> type.arguments().stream().findFirst());
    boolean known = INTEGERS.contains(word) || TEXTS.contains(word) || OTHERS.contains(word);
    if (!known || number.filter(it -> !it.matches("\\d+")).isPresent()) {
      return Optional.empty();
    }
    boolean plain = type.name().equals("timestamp") && number.isEmpty();
    return Optional.of(
        plain ? Code.call("sa.TIMESTAMP") : call(word, arguments(word, number, form)));
  }

  private static List<Code> arguments(String word, Optional<String> number, Matcher form) {
    List<Code> result = new ArrayList<>();
    number.ifPresent(
        it -> result.add(new Code.Named(numberName(word), Code.number(Integer.parseInt(it)))));
    if (form.group(3) != null) {
      result.add(new Code.Named("unsigned", Code.bool(true)));
    }
    if (form.group(4) != null) {
      result.add(new Code.Named("zerofill", Code.bool(true)));
    }
    Optional.ofNullable(form.group(5))
        .ifPresent(it -> result.add(new Code.Named("charset", Code.string(it))));
    Optional.ofNullable(form.group(6))
        .ifPresent(it -> result.add(new Code.Named("collation", Code.string(it))));
    return result;
  }

  private static String numberName(String word) {
    if (word.equals("timestamp")) {
      return "fsp";
    }
    return TEXTS.contains(word) || word.equals("bit") ? "length" : "display_width";
  }

  private Code labelled(String word, SqlType.Named type) {
    return call(word, InlineEnum.labels(type).stream().map(Code::string).toList());
  }

  private Code call(String word, List<Code> arguments) {
    return Code.call(imports.dialect("mysql") + "." + word.toUpperCase(Locale.ROOT), arguments);
  }
}
