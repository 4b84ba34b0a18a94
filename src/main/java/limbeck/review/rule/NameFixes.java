package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.DefaultNames;
import limbeck.operation.Invert;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.review.Fix;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.TextEdit;

/** Fixes that write down the name PostgreSQL gives to what a script leaves unnamed. */
final class NameFixes {
  private static final DefaultNames NAMES = DefaultNames.postgresql();

  private NameFixes() {}

  /** {@code op.create_…(None, …)} with the name the database would make up. */
  static Optional<Fix> named(RevisionFacts facts, StepFacts part, AddConstraint add) {
    if (facts.database() != DialectName.POSTGRESQL) {
      return Optional.empty();
    }
    Optional<ConstraintName> name =
        part.before().table(add.table()).flatMap(it -> NAMES.nameOfNew(add.constraint(), it));
    return CallSite.at(
            facts,
            part.location(),
            "create_foreign_key",
            "create_unique_constraint",
            "create_check_constraint",
            "create_primary_key")
        .flatMap(site -> named(site, name));
  }

  private static Optional<Fix> named(CallSite site, Optional<ConstraintName> name) {
    return name.filter(_ -> site.isNone(0, "constraint_name"))
        .map(
            it ->
                new Fix(
                    "Write down the name that PostgreSQL makes up: " + it,
                    true,
                    List.of(
                        new TextEdit(
                            site.argument(0, "constraint_name").orElseThrow().span(),
                            FixText.literal(it.text())))));
  }

  /** {@code op.drop_constraint(None, …)} with the name of the only one that can be meant. */
  static Optional<Fix> dropped(RevisionFacts facts, StepFacts part, boolean upgrade) {
    Optional<CallSite> site = CallSite.at(facts, part.location(), "drop_constraint");
    if (facts.database() != DialectName.POSTGRESQL
        || site.isEmpty()
        || !site.get().isNone(0, "constraint_name")) {
      return Optional.empty();
    }
    Optional<String> table = site.get().argument(1, "table_name").flatMap(NameFixes::string);
    Optional<String> schema = site.get().argument(-1, "schema").flatMap(NameFixes::string);
    Optional<ConstraintOperation.Kind> kind =
        site.get().argument(2, "type_").flatMap(NameFixes::string).flatMap(NameFixes::kind);
    if (table.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    TableName name = new TableName(schema, table.get());
    List<ConstraintName> candidates = names(part.before(), name, kind.get());
    if (!upgrade) {
      // What the upgrade brings is what the way back takes away.
      candidates.removeAll(names(facts.before(), name, kind.get()));
    }
    return candidates.size() == 1
        ? Optional.of(
            new Fix(
                "Name the only constraint that can be meant: " + candidates.getFirst(),
                true,
                List.of(
                    new TextEdit(
                        site.get().argument(0, "constraint_name").orElseThrow().span(),
                        FixText.literal(candidates.getFirst().text())))))
        : Optional.empty();
  }

  private static Optional<String> string(Expression expression) {
    return expression instanceof Expression.Constant(Literal.Str(String text, _), _)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<ConstraintOperation.Kind> kind(String type) {
    return switch (type) {
      case "foreignkey" -> Optional.of(ConstraintOperation.Kind.FOREIGN_KEY);
      case "unique" -> Optional.of(ConstraintOperation.Kind.UNIQUE);
      case "check" -> Optional.of(ConstraintOperation.Kind.CHECK);
      case "primary" -> Optional.of(ConstraintOperation.Kind.PRIMARY_KEY);
      default -> Optional.empty();
    };
  }

  private static List<ConstraintName> names(
      Schema schema, TableName table, ConstraintOperation.Kind kind) {
    List<ConstraintName> result = new ArrayList<>();
    Optional<Table> found = schema.table(table).map(NAMES::named);
    if (found.isPresent()) {
      for (Constraint constraint : found.get().constraints()) {
        if (Invert.kind(constraint) == kind) {
          constraint.name().ifPresent(result::add);
        }
      }
    }
    return result;
  }
}
