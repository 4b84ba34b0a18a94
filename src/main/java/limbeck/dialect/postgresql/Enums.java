package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.EnumTypes;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.operation.TypeOperation;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.TypeName;

/** PostgreSQL's enum types. */
final class Enums implements EnumTypes {
  private final Spelling spelling;

  Enums(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public List<Sql> lower(TypeOperation operation, Schema before) {
    return switch (operation) {
      case TypeOperation.CreateEnum(EnumType type, boolean ifNotExists) ->
          create(type, ifNotExists, before);
      case TypeOperation.DropEnum(TypeName name, boolean ifExists) ->
          List.of(Sql.of("DROP TYPE " + (ifExists ? "IF EXISTS " : "") + type(name)));
      case TypeOperation.AddEnumLabel add -> List.of(Sql.of(addLabel(add)));
      case TypeOperation.RenameEnumLabel(TypeName type, String from, String to) ->
          List.of(
              Sql.of(
                  alter(type)
                      + "RENAME VALUE "
                      + spelling.literal(from)
                      + " TO "
                      + spelling.literal(to)));
      case TypeOperation.RenameType(TypeName from, TypeName to) -> rename(from, to);
    };
  }

  /** CREATE TYPE has no IF NOT EXISTS: SQLAlchemy looks first, and so does the history here. */
  private List<Sql> create(EnumType type, boolean ifNotExists, Schema before) {
    if (ifNotExists && before.enumType(type.name()).isPresent()) {
      return List.of();
    }
    return List.of(
        Sql.of(
            "CREATE TYPE "
                + type(type.name())
                + " AS ENUM ("
                + type.labels().stream().map(spelling::literal).collect(Collectors.joining(", "))
                + ")"));
  }

  /** Since PostgreSQL 12 it may run in a transaction, though the label is of use only after it. */
  private String addLabel(TypeOperation.AddEnumLabel add) {
    return alter(add.type())
        + "ADD VALUE "
        + (add.ifNotExists() ? "IF NOT EXISTS " : "")
        + spelling.literal(add.label())
        + add.before().map(it -> " BEFORE " + spelling.literal(it)).orElse("")
        + add.after().map(it -> " AFTER " + spelling.literal(it)).orElse("");
  }

  private List<Sql> rename(TypeName from, TypeName to) {
    List<Sql> result = new ArrayList<>();
    if (!from.schema().equals(to.schema())) {
      String schema =
          to.schema()
              .or(spelling::usualNamespace)
              .orElseThrow(() -> new CannotSpell("the schema that " + from + " moves to is open"));
      result.add(Sql.of(alter(from) + "SET SCHEMA " + spelling.quoting().quote(schema)));
    }
    if (!from.name().equals(to.name())) {
      result.add(
          Sql.of(
              alter(new TypeName(to.schema(), from.name()))
                  + "RENAME TO "
                  + spelling.quoting().quote(to.name())));
    }
    return result;
  }

  private String alter(TypeName name) {
    return "ALTER TYPE " + type(name) + " ";
  }

  private String type(TypeName name) {
    return Types.name(name, spelling.quoting());
  }
}
