package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Tokens;
import limbeck.dialect.standard.Tokens.Token;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;

/**
 * Objects carried as text: blanks, the case of words and {@code OR REPLACE} made one. How the
 * server prints a view's query is not foreseen; two texts of one form surely mean the same.
 */
final class NormalObjects {
  private NormalObjects() {}

  static CarriedObject of(CarriedObject object) {
    if (object.kind() == CarriedObject.Kind.EXTENSION) {
      // Where an extension puts its objects is not part of its name.
      return new CarriedObject(
          object.kind(), ObjectName.of(object.name().name()), new SqlText(object.name().name()));
    }
    return new CarriedObject(
        object.kind(),
        NormalNames.object(object.name()),
        new SqlText(spaced(object.definition().text())));
  }

  private static String spaced(String definition) {
    List<Token> tokens = Tokens.of(definition);
    boolean replaces =
        tokens.size() > 3
            && tokens.get(0).is("create")
            && tokens.get(1).is("or")
            && tokens.get(2).is("replace");
    return java.util.stream.IntStream.range(0, tokens.size())
        .filter(it -> !(replaces && (it == 1 || it == 2)))
        .mapToObj(tokens::get)
        .map(it -> it.kind() == Tokens.Kind.WORD ? it.text().toLowerCase(Locale.ROOT) : it.text())
        .collect(Collectors.joining(" "))
        .replaceAll("( ;)+$", "");
  }
}
