package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.review.Fix;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Span;
import limbeck.text.TextEdit;

/**
 * Fixes of constraints that are checked while everybody waits: the same constraint in steps, each
 * in a transaction of its own. They begin by removing what a failed attempt has left, so that the
 * revision can be run again.
 */
final class ConstraintFixes {
  private static final String VALIDATE =
      "Add the constraint NOT VALID, and check the rows while others read and write";

  private ConstraintFixes() {}

  /** NOT VALID, then VALIDATE, in an autocommit block. */
  static Optional<Fix> inTwoSteps(RevisionFacts facts, StepFacts part, AddConstraint add) {
    Optional<ConstraintName> name = add.constraint().name();
    if (name.isEmpty() || !isPlain(add.table(), name.get().text())) {
      return Optional.empty();
    }
    return CallSite.at(facts, part.location(), "create_foreign_key", "create_check_constraint")
        .filter(it -> !it.isNone(0, "constraint_name"))
        .map(
            site -> {
              String table = FixText.table(add.table());
              String constraint = FixText.name(name.get().text());
              List<TextEdit> edits =
                  new ArrayList<>(
                      around(
                          facts,
                          site,
                          List.of(dropped(table, constraint)),
                          List.of(
                              FixText.execute(
                                  "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + constraint))));
              edits.add(site.with("postgresql_not_valid=True"));
              return new Fix(VALIDATE, true, edits);
            });
  }

  private static String dropped(String table, String constraint) {
    return FixText.execute("ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + constraint);
  }

  private static List<TextEdit> around(
      RevisionFacts facts, CallSite site, List<String> before, List<String> after) {
    return ConcurrentBuild.isAutocommit(facts, site)
        ? site.among(before, after)
        : site.inBlock(before, after);
  }

  private static boolean isPlain(TableName table, String name) {
    return FixText.isPlain(table.toString()) && FixText.isPlain(name);
  }

  /** The index concurrently, then the constraint upon it. */
  static Optional<Fix> uponIndex(RevisionFacts facts, StepFacts part, AddConstraint add) {
    Optional<ConstraintName> name = add.constraint().name();
    boolean plain =
        switch (add.constraint()) {
          case Constraint.Unique key ->
              key.include().isEmpty()
                  && !key.nullsNotDistinct()
                  && key.deferral() == Deferral.NOT_DEFERRABLE;
          case Constraint.PrimaryKey key ->
              key.deferral() == Deferral.NOT_DEFERRABLE
                  && part.before().table(add.table()).stream()
                      .flatMap(it -> key.columns().stream().map(it::column))
                      .allMatch(it -> it.filter(column -> !column.nullable()).isPresent());
          case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> false;
        };
    if (!plain || name.isEmpty() || !isPlain(add.table(), name.get().text())) {
      return Optional.empty();
    }
    return CallSite.at(facts, part.location(), "create_unique_constraint", "create_primary_key")
        .flatMap(site -> uponIndex(facts, site, add, name.get().text()));
  }

  private static Optional<Fix> uponIndex(
      RevisionFacts facts, CallSite site, AddConstraint add, String name) {
    Optional<String> columns = site.text(2, "columns");
    Optional<String> nameText = site.text(0, "constraint_name");
    if (columns.isEmpty() || nameText.isEmpty() || site.isNone(0, "constraint_name")) {
      return Optional.empty();
    }
    String table = FixText.table(add.table());
    String constraint = FixText.name(name);
    String kind = add.constraint() instanceof Constraint.Unique ? "UNIQUE" : "PRIMARY KEY";
    String schema = add.table().schema().map(it -> ", schema=" + FixText.literal(it)).orElse("");
    List<String> lines =
        List.of(
            dropped(table, constraint),
            FixText.execute(
                "DROP INDEX CONCURRENTLY IF EXISTS " + FixText.inSchemaOf(add.table(), name)),
            "op.create_index("
                + nameText.get()
                + ", "
                + FixText.literal(add.table().name())
                + ", "
                + columns.get()
                + ", unique=True"
                + schema
                + ", postgresql_concurrently=True)");
    String last =
        FixText.execute(
            "ALTER TABLE "
                + table
                + " ADD CONSTRAINT "
                + constraint
                + " "
                + kind
                + " USING INDEX "
                + constraint);
    List<TextEdit> edits = new ArrayList<>();
    Span span = site.call().span();
    boolean inside = ConcurrentBuild.isAutocommit(facts, site);
    String margin = site.margin() + (inside ? "" : "    ");
    StringBuilder text = new StringBuilder();
    if (!inside) {
      text.append("with op.get_context().autocommit_block():\n").append(margin);
    }
    lines.forEach(it -> text.append(it).append('\n').append(margin));
    edits.add(new TextEdit(span, text.append(last).toString()));
    return Optional.of(
        new Fix("Build the index concurrently first, and make the constraint of it", true, edits));
  }

  /** A check that proves it, validated before; it goes again. */
  static Optional<Fix> provenNotNull(RevisionFacts facts, StepFacts part, AlterColumn alter) {
    boolean only = alter.changes().equals(List.of(new ColumnChange.SetNullable(false)));
    String check = "ck_" + alter.table().name() + "_" + alter.column() + "_not_null";
    Optional<Column> column =
        part.before().table(alter.table()).flatMap(it -> it.column(alter.column()));
    boolean taken =
        part.before().table(alter.table()).stream()
            .map(Table::constraints)
            .flatMap(List::stream)
            .anyMatch(it -> it.name().filter(n -> n.text().equals(check)).isPresent());
    if (!only
        || column.isEmpty()
        || taken
        || check.length() > 63
        || !isPlain(alter.table(), check)) {
      return Optional.empty();
    }
    String table = FixText.table(alter.table());
    String name = FixText.name(check);
    String drop = dropped(table, name);
    return CallSite.at(facts, part.location(), "alter_column")
        .map(
            site ->
                new Fix(
                    "Have a check prove it first, while others read and write",
                    true,
                    around(
                        facts,
                        site,
                        List.of(
                            drop,
                            FixText.execute(
                                "ALTER TABLE "
                                    + table
                                    + " ADD CONSTRAINT "
                                    + name
                                    + " CHECK ("
                                    + FixText.name(alter.column().text())
                                    + " IS NOT NULL) NOT VALID"),
                            FixText.execute(
                                "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name)),
                        List.of(drop))));
  }
}
