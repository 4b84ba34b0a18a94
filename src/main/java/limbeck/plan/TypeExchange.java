package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import limbeck.operation.TypeOperation;
import limbeck.operation.TypeSwap;
import limbeck.schema.EnumType;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/**
 * An enum type and another one that takes its name.
 *
 * @param before the type that is there, under its name
 * @param after the type that is made beside it, under the name it has until then
 * @param aside the name the old type has from then on
 */
record TypeExchange(EnumType before, EnumType after, TypeName aside) {
  private static final String EXCHANGE = "the two types change names";

  /**
   * Finds names for the two.
   *
   * @param labels of the new type
   * @param isFree whether nothing else has a name
   */
  static TypeExchange of(EnumType before, List<String> labels, Predicate<TypeName> isFree) {
    return new TypeExchange(
        before,
        new EnumType(free(before.name(), "_new", isFree), labels),
        free(before.name(), "_old", isFree));
  }

  private static TypeName free(TypeName name, String suffix, Predicate<TypeName> isFree) {
    for (int number = 1; ; number++) {
      String end = suffix + (number == 1 ? "" : Integer.toString(number));
      TypeName candidate = new TypeName(name.schema(), TypeSeries.suffixed(name.name(), end));
      if (isFree.test(candidate)) {
        return candidate;
      }
    }
  }

  /** Returns the name the models know. */
  TypeName name() {
    return before.name();
  }

  /** Returns a column's type as it is while the new type waits beside the old one. */
  SqlType beside(SqlType type) {
    return TypeSwap.renamed(type, name(), after.name());
  }

  /** Returns a column's type by the name it has after the exchange. */
  SqlType later(SqlType type) {
    return TypeSwap.renamed(TypeSwap.renamed(type, name(), aside), after.name(), name());
  }

  /** Has the two change names. */
  void exchange(Draft draft) {
    rename(name(), aside, EXCHANGE, draft);
    rename(
        after.name(),
        name(),
        EXCHANGE + MirrorSteps.allowed("type-renamed", "no model ever had this name"),
        draft);
  }

  private static void rename(TypeName from, TypeName to, String because, Draft draft) {
    draft.add(
        new TypeOperation.RenameType(from, to),
        because,
        Classification.TRANSFORMING,
        "columns follow the type");
  }

  /** Takes the old type away; a way back that was broken off may have left it. */
  void contract(Draft draft) {
    draft.add(
        new TypeOperation.DropEnum(aside, false),
        "no column has the old type any more",
        Classification.TRANSFORMING,
        "no column uses the type",
        false,
        Optional.of(
            List.of(
                Draft.Undo.of(
                    new TypeOperation.CreateEnum(new EnumType(aside, before.labels()), true)))));
  }
}
