package limbeck.dialect.sqlite;

import java.util.List;
import limbeck.dialect.standard.EnumTypes;
import limbeck.dialect.standard.EnumUse;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.operation.TypeOperation;
import limbeck.schema.Schema;

/**
 * Enum types on SQLite, where their columns are VARCHARs whose length is not enforced: only the
 * rename of a label touches something, the rows.
 */
final class Enums implements EnumTypes {
  private final Spelling spelling;

  Enums(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public List<Sql> lower(TypeOperation operation, Schema before) {
    return switch (operation) {
      case TypeOperation.RenameEnumLabel(var type, String from, String to) ->
          EnumUse.of(type, spelling.dialect(), before).stream()
              .map(it -> Sql.of(it.relabel(spelling, from, to)))
              .toList();
      case TypeOperation.CreateEnum _,
          TypeOperation.DropEnum _,
          TypeOperation.AddEnumLabel _,
          TypeOperation.RenameType _ ->
          List.of();
    };
  }
}
