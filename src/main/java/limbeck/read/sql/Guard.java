package limbeck.read.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/**
 * {@code EXISTS (SELECT … FROM the catalog WHERE its name = 'x')} before a step on {@code x}.
 *
 * <p>The query is not evaluated. It is taken to ask for what the guarded steps are about when every
 * text in it is the name of such a thing, or a word of the catalog that only says of which kind it
 * is.
 */
final class Guard {
  /** Kinds of relations, types and constraints as the catalogs name them, and the usual schema. */
  private static final Set<String> KINDS =
      Set.of(
          "public",
          "e",
          "r",
          "i",
          "v",
          "m",
          "p",
          "u",
          "f",
          "c",
          "base table",
          "view",
          "foreign key",
          "primary key",
          "unique",
          "check");

  private Guard() {}

  /**
   * Returns whether the thing exists that the query asks for; empty when that cannot be told.
   *
   * @param guarded the steps on both ways
   */
  static Optional<Boolean> exists(SqlText query, List<Operation> guarded, Schema schema) {
    List<SqlToken> tokens = SqlLexer.tokens(query.text());
    if (!asksCatalog(tokens)) {
      return Optional.empty();
    }
    Set<String> texts = texts(tokens);
    for (Operation operation : guarded) {
      List<Target> targets = Target.of(operation, schema);
      List<Target> asked = targets.stream().filter(it -> texts.contains(it.name())).toList();
      Set<String> names = new HashSet<>(targets.stream().map(Target::name).toList());
      boolean accounted =
          texts.stream()
              .allMatch(it -> names.contains(it) || KINDS.contains(it.toLowerCase(Locale.ROOT)));
      if (!asked.isEmpty() && accounted) {
        return Optional.of(asked.getFirst().exists());
      }
    }
    return Optional.empty();
  }

  private static boolean asksCatalog(List<SqlToken> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("from")) {
        String name = tokens.get(i + 1).value();
        if (!name.startsWith("pg_") && !name.equals("information_schema")) {
          return false;
        }
      }
    }
    return tokens.stream().anyMatch(it -> it.is("from"))
        && tokens.stream().noneMatch(it -> it.is("or") || it.is("like") || it.is("not"));
  }

  /** The texts in a query; of a qualified name, as {@code to_regclass} takes it, the last part. */
  private static Set<String> texts(List<SqlToken> tokens) {
    Set<String> result = new HashSet<>();
    for (SqlToken token : tokens) {
      if (token.isString()) {
        List<SqlToken> parts = new ArrayList<>(SqlLexer.tokens(token.value()));
        boolean qualified = parts.size() == 3 && parts.get(1).is(".");
        result.add(qualified ? parts.getLast().value() : token.value());
      }
    }
    return result;
  }
}
