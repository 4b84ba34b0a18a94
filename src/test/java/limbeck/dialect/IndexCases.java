package limbeck.dialect;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.descending;
import static limbeck.dialect.Make.dropIndex;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.names;
import static limbeck.dialect.Make.on;
import static limbeck.dialect.Make.options;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.IndexOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;

/** Indexes created and dropped. */
final class IndexCases {
  private IndexCases() {}

  static Map<String, LowerCase> all() {
    return Map.of(
        "indexes", indexes(),
        "indexes-expressions", expressions(),
        "indexes-postgresql", postgresql(),
        "indexes-mysql", mysql(),
        "indexes-sqlite", sqlite());
  }

  private static LowerCase indexes() {
    return LowerCase.of(
        creation("t", index("ix_t_a", "a")),
        creation("t", uniqueIndex("ix_t_a_b", "a", "b")),
        creation("s.t", index("ix_t_a", "a")),
        new IndexOperation.CreateIndex(table("t"), index("ix_t_a", "a"), false, true),
        creation("t", index("ix_t_a", descending("a"), on("b"))),
        dropIndex("t", "ix_t_a"),
        dropIndex("s.t", "ix_t_a"),
        new IndexOperation.DropIndex(
            Optional.of(table("t")), Optional.empty(), new IndexName("ix_t_a"), false, true),
        creation("u", column("a", INTEGER), index("ix_u_a", "a")));
  }

  private static LowerCase expressions() {
    return LowerCase.of(
        creation("t", index("ix", over("lower(a)"))),
        creation("t", index("ix", over("lower(a)"), on("b"))),
        creation("t", index("ix", over("coalesce(a, 'x')"))),
        creation("t", index("ix", over("a + 1"))));
  }

  private static IndexElement element(
      String column, Optional<String> operatorClass, boolean descending, Optional<Boolean> first) {
    return new IndexElement(
        new IndexElement.Target.OfColumn(new ColumnName(column)),
        operatorClass,
        Optional.empty(),
        descending,
        first);
  }

  private static LowerCase postgresql() {
    Index plain = index("ix", "a");
    Index unique = uniqueIndex("ix", "a");
    TreeMap<String, String> none = new TreeMap<>();
    Index trigrams =
        index("ix", element("a", Optional.of("gist_trgm_ops"), false, Optional.empty()), on("b"));
    return LowerCase.of(
        creation("t", with(plain, "gin", List.of(), "", false, none)),
        creation("t", with(trigrams, "GIST", List.of(), "", false, none)),
        creation("t", with(plain, "", names("b", "order"), "", false, none)),
        creation("t", with(unique, "", names("b"), "a IS NOT NULL", true, none)),
        creation(
            "t",
            options(
                plain,
                Map.of("postgresql_with.fillfactor", "70", "postgresql_tablespace", "fast"))),
        creation("t", with(plain, "", List.of(), "deleted_at IS NULL", false, none)),
        creation(
            "t",
            index(
                "ix",
                element("a", Optional.empty(), true, Optional.of(false)),
                element("b", Optional.empty(), false, Optional.of(true)))),
        new IndexOperation.CreateIndex(table("t"), plain, true, false),
        new IndexOperation.CreateIndex(table("t"), unique, true, true),
        new IndexOperation.DropIndex(
            Optional.of(table("t")), Optional.empty(), new IndexName("ix"), true, true),
        creation(
            "t", with(index("ix", over("data ->> 'key'")), "btree", List.of(), "", false, none)),
        creation("t", index("ix", over("CAST(a AS DATE)"))));
  }

  private static LowerCase mysql() {
    return LowerCase.of(
        creation("t", options(index("ix", "a", "b"), both("length.a", "10"))),
        creation("t", options(index("ix", "a", "b"), both("length", "7"))),
        creation(
            "t",
            options(
                index("ix", "a"),
                Map.of("mysql_prefix", "FULLTEXT", "mysql_with_parser", "ngram"))),
        creation("t", options(uniqueIndex("ix", "a"), both("using", "hash"))));
  }

  private static Map<String, String> both(String option, String value) {
    return Map.of("mysql_" + option, value);
  }

  private static LowerCase sqlite() {
    return LowerCase.of(
        creation(
            "t",
            with(
                uniqueIndex("ix", "a"),
                "",
                List.of(),
                "deleted_at IS NULL",
                false,
                new TreeMap<>())));
  }
}
