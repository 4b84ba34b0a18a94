package limbeck.dialect;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.dropConstraint;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.name;
import static limbeck.dialect.Make.names;
import static limbeck.dialect.Make.on;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.operation.ConstraintOperation;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;

/** Constraints in tables, added and dropped. */
final class ConstraintCases {
  private ConstraintCases() {}

  static Map<String, LowerCase> all() {
    return Map.of(
        "constraints-in-table", inTable(),
        "constraints-added", added(),
        "constraints-postgresql", postgresql(),
        "constraints-dropped", dropped(),
        "constraints-dropped-by-name", droppedByName());
  }

  private static Constraint deferred(String name, String column) {
    return new Constraint.Unique(
        name(name), names(column), List.of(), false, Deferral.INITIALLY_DEFERRED);
  }

  private static LowerCase inTable() {
    return LowerCase.of(
        creation(
            "t",
            required("id", INTEGER),
            column("a", INTEGER),
            column("b", INTEGER),
            primary("pk_t", "id"),
            unique("uq_t", "a", "b"),
            check("ck_t", "a > 0"),
            foreign(
                "fk_t",
                "a",
                "o",
                "id",
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE)),
        creation(
            "u",
            column("a", INTEGER),
            column("b", INTEGER),
            unique("", "a"),
            check("", "a > b"),
            foreign("", "a,b", "o", "x,y")),
        creation(
            "v",
            required("id", INTEGER),
            column("p", INTEGER),
            primary("", "id"),
            foreign("", "p", "v", "id")),
        creation(
            "w",
            column("a", INTEGER),
            deferred("uq", "a"),
            foreign(
                "fk",
                "a",
                "o",
                "id",
                ReferentialAction.RESTRICT,
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                Deferral.DEFERRABLE),
            foreign(
                "fk2",
                "a",
                "o",
                "id",
                ReferentialAction.NO_ACTION,
                ReferentialAction.SET_DEFAULT,
                Optional.empty(),
                Deferral.INITIALLY_DEFERRED)),
        creation("s.x", column("a", INTEGER), foreign("fk_x", "a", "s.o", "id")),
        creation(
            "y",
            column("a", INTEGER),
            column("b", INTEGER),
            new Constraint.Unique(
                name("uq_y"), names("a"), names("b"), true, Deferral.NOT_DEFERRABLE)),
        creation(
            "z",
            column("a", INTEGER),
            foreign(
                "fk_z",
                "a",
                "o",
                "id",
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Optional.of("FULL"),
                Deferral.NOT_DEFERRABLE)));
  }

  private static LowerCase added() {
    Schema before =
        Schema.of(
            List.of(
                table("t", column("a", INTEGER), column("b", INTEGER)),
                table("s.t", column("a", INTEGER))),
            List.of());
    return new LowerCase(
        before,
        List.of(
            add("t", primary("pk_t", "a", "b")),
            add("t", unique("uq_t", "a", "b")),
            add("s.t", unique("uq_t", "a")),
            add("t", unique("", "a")),
            add("t", deferred("uq_t", "a")),
            add("t", check("ck_t", "a > 0")),
            add(
                "t",
                foreign(
                    "fk_t",
                    "a",
                    "o",
                    "id",
                    ReferentialAction.CASCADE,
                    ReferentialAction.RESTRICT,
                    Optional.empty(),
                    Deferral.NOT_DEFERRABLE)),
            add("s.t", foreign("fk_t", "a", "s.o", "id")),
            add("t", foreign("", "a,b", "o", "x,y")),
            add(
                "t",
                foreign(
                    "fk_t",
                    "a",
                    "o",
                    "id",
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    Optional.empty(),
                    Deferral.INITIALLY_DEFERRED))));
  }

  private static LowerCase postgresql() {
    return LowerCase.of(
        add(
            "t",
            new Constraint.Unique(
                name("uq_t"), names("a"), List.of(), true, Deferral.NOT_DEFERRABLE)),
        add(
            "t",
            foreign(
                    "fk_t",
                    "a",
                    "o",
                    "id",
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    Optional.of("FULL"),
                    Deferral.NOT_DEFERRABLE)
                .withValidated(false)),
        add("t", new Constraint.Check(name("ck_t"), new SqlText("a > 0"), false)),
        add(
            "t",
            new Constraint.Exclude(
                name("ex_t"),
                "gist",
                List.of(
                    new Constraint.ExcludeElement(on("during"), "&&"),
                    new Constraint.ExcludeElement(on("room"), "=")),
                Optional.of(new SqlText("room > 0")),
                Deferral.NOT_DEFERRABLE)),
        add(
            "s.t",
            new Constraint.Exclude(
                name("ex_t"),
                "gist",
                List.of(new Constraint.ExcludeElement(on("room"), "=")),
                Optional.empty(),
                Deferral.INITIALLY_DEFERRED)));
  }

  private static LowerCase dropped() {
    Schema before =
        Schema.of(
            List.of(
                table(
                    "t",
                    required("a", INTEGER),
                    primary("pk_t", "a"),
                    unique("uq_t", "a"),
                    check("ck_t", "a > 0"),
                    foreign("fk_t", "a", "o", "id"))),
            List.of());
    return new LowerCase(
        before,
        List.of(
            dropConstraint("t", "uq_t", ConstraintOperation.Kind.UNIQUE),
            dropConstraint("t", "fk_t", ConstraintOperation.Kind.FOREIGN_KEY),
            dropConstraint("t", "pk_t", ConstraintOperation.Kind.PRIMARY_KEY),
            dropConstraint("t", "ck_t", ConstraintOperation.Kind.CHECK)));
  }

  private static LowerCase droppedByName() {
    ConstraintName name = new ConstraintName("anything");
    return LowerCase.of(
        new ConstraintOperation.DropConstraint(table("s.t"), name, Optional.empty(), false, false),
        new ConstraintOperation.DropConstraint(table("t"), name, Optional.empty(), true, false));
  }
}
