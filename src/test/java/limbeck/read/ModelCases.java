package limbeck.read;

import java.util.List;
import java.util.Map;
import limbeck.cases.CaseFolder;
import limbeck.schema.DialectName;

/** The cases of models: {@code models.py}, and what each database gets of it. */
final class ModelCases {
  static final String AREA = "read";

  private static final List<DialectName> ALL =
      List.of(DialectName.POSTGRESQL, DialectName.SQLITE, DialectName.MYSQL);

  private ModelCases() {}

  /** Returns the databases a case is read for: all, or those that its file names. */
  static List<DialectName> dialects(CaseFolder folder) {
    String chosen = folder.readIfPresent("dialects.txt").orElse("");
    return chosen.isBlank()
        ? ALL
        : ALL.stream().filter(it -> chosen.contains(it.sqlalchemyName())).toList();
  }

  static String expectedFile(DialectName dialect) {
    return "expected/" + dialect.sqlalchemyName() + ".txt";
  }

  static String text(Map<?, ?> facts, DialectName dialect) {
    return FactsText.of(facts, dialect);
  }
}
