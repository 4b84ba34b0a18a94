package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.python.value.Value;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlStatements;
import limbeck.sql.SqlToken;

/**
 * The few forms of {@code DO} that scripts use in place of IF NOT EXISTS, and those that change no
 * schema at all.
 */
final class DoBlock {
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "(?is)\\s*BEGIN\\s+(.*?);\\s*EXCEPTION\\s+WHEN\\s+"
              + "(?:duplicate_object|duplicate_table|duplicate_column|OTHERS)"
              + "(?:\\s+OR\\s+duplicate_\\w+)*\\s+THEN\\s+(?:NULL|RAISE\\s+NOTICE[^;]*)\\s*;"
              + "\\s*END\\s*;?\\s*");

  private static final Pattern GUARD =
      Pattern.compile(
          "(?is)\\s*BEGIN\\s+IF\\s+(NOT\\s+)?EXISTS\\s*\\((.*?)\\)\\s*THEN\\s+(.*?);?"
              + "\\s*END\\s+IF\\s*;\\s*END\\s*;?\\s*");

  private static final Set<String> CHANGING =
      Set.of("create", "alter", "drop", "rename", "comment", "import", "security");

  private DoBlock() {}

  /** Returns the operations of a DO block; empty when it is not understood. */
  static Optional<List<Operation>> read(SqlText statement, Schema before, DialectName dialect) {
    Optional<String> body =
        SqlLexer.tokens(statement.text()).stream()
            .filter(
                it -> it.kind() == SqlToken.Kind.DOLLAR_STRING || it.kind() == SqlToken.Kind.STRING)
            .findFirst()
            .map(SqlToken::string);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (changesNothing(body.get())) {
      return Optional.of(List.of(SqlReader.rows(new SqlText(statement.text()))));
    }
    Matcher exception = EXCEPTION.matcher(body.get());
    if (exception.matches() && !exception.group(1).contains("IF ")) {
      return statements(exception.group(1), before, dialect).flatMap(it -> unlessThere(it, before));
    }
    Matcher guard = GUARD.matcher(body.get());
    if (guard.matches()) {
      Optional<List<List<Value>>> rows = CatalogQuery.answer(guard.group(2).strip(), before);
      if (rows.isPresent()) {
        boolean runs = rows.get().isEmpty() == (guard.group(1) != null);
        return runs ? statements(guard.group(3), before, dialect) : Optional.of(List.of());
      }
    }
    return Optional.empty();
  }

  /** Whether no word in a body, or in the SQL its strings hold, could change a schema. */
  private static boolean changesNothing(String body) {
    for (SqlToken token : SqlLexer.tokens(body)) {
      String text =
          token.kind() == SqlToken.Kind.STRING || token.kind() == SqlToken.Kind.DOLLAR_STRING
              ? token.string()
              : token.text();
      String harmless =
          text.toLowerCase(Locale.ROOT).replaceAll("alter\\s+default\\s+privileges", "");
      for (String word : harmless.split("\\W+")) {
        if (CHANGING.contains(word) && !isPrivilege(body, token)) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@code ALTER DEFAULT PRIVILEGES} outside of a string. */
  private static boolean isPrivilege(String body, SqlToken token) {
    return token.is("alter")
        && body.substring(token.end())
            .strip()
            .toLowerCase(Locale.ROOT)
            .matches("(?s)default\\s+privileges.*");
  }

  private static Optional<List<Operation>> statements(
      String text, Schema before, DialectName dialect) {
    List<Operation> operations = new ArrayList<>();
    for (SqlText statement : SqlStatements.split(text)) {
      operations.addAll(SqlReader.read(statement, before, dialect));
    }
    boolean known = operations.stream().noneMatch(Opaque.class::isInstance);
    return known ? Optional.of(operations) : Optional.empty();
  }

  /** The same operations with nothing done where the object is there already. */
  private static Optional<List<Operation>> unlessThere(List<Operation> operations, Schema before) {
    List<Operation> guarded = new ArrayList<>();
    for (Operation operation : operations) {
      switch (operation) {
        case TypeOperation.CreateEnum(var type, boolean _) ->
            guarded.add(new TypeOperation.CreateEnum(type, true));
        case TableOperation.CreateTable(var table, boolean _) ->
            guarded.add(new TableOperation.CreateTable(table, true));
        case IndexOperation.CreateIndex(
                TableName table,
                var index,
                boolean concurrently,
                boolean _) ->
            guarded.add(new IndexOperation.CreateIndex(table, index, concurrently, true));
        case ObjectOperation.CreateObject(var object, boolean _) ->
            guarded.add(new ObjectOperation.CreateObject(object, true));
        case ConstraintOperation.AddConstraint(TableName table, var constraint, var _) -> {
          boolean there =
              constraint.name().isPresent()
                  && before
                      .table(table)
                      .flatMap(it -> it.constraint(constraint.name().get()))
                      .isPresent();
          if (!there) {
            guarded.add(operation);
          }
        }
        case DataOperation _ -> guarded.add(operation);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(guarded);
  }
}
