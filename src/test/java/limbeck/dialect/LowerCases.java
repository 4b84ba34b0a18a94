package limbeck.dialect;

import java.util.Map;
import java.util.TreeMap;

/** The operations of every case under {@code src/test/cases/lower}, by the case's name. */
final class LowerCases {
  private LowerCases() {}

  static Map<String, LowerCase> all() {
    Map<String, LowerCase> all = new TreeMap<>();
    all.putAll(TypeCases.all());
    all.putAll(ColumnCases.all());
    all.putAll(ConstraintCases.all());
    all.putAll(IndexCases.all());
    all.putAll(OtherCases.all());
    return all;
  }
}
