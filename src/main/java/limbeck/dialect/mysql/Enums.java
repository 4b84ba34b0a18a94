package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.EnumTypes;
import limbeck.dialect.standard.EnumUse;
import limbeck.dialect.standard.Sql;
import limbeck.operation.TypeOperation;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.TypeName;

/**
 * Enum types where every column holds its own labels: a new label is a MODIFY of each column of the
 * type, a renamed one goes through a time in which both exist.
 */
final class Enums implements EnumTypes {
  private final MysqlSpelling spelling;

  Enums(MysqlSpelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public List<Sql> lower(TypeOperation operation, Schema before) {
    return switch (operation) {
      case TypeOperation.CreateEnum _, TypeOperation.DropEnum _, TypeOperation.RenameType _ ->
          List.of();
      case TypeOperation.AddEnumLabel add -> addLabel(add, before);
      case TypeOperation.RenameEnumLabel(TypeName type, String from, String to) ->
          renameLabel(type, from, to, before);
    };
  }

  private List<Sql> addLabel(TypeOperation.AddEnumLabel add, Schema before) {
    List<String> labels = new ArrayList<>(known(add.type(), before).labels());
    if (add.ifNotExists() && labels.contains(add.label())) {
      return List.of();
    }
    int position = labels.size();
    if (add.before().isPresent()) {
      position = labels.indexOf(add.before().get());
    } else if (add.after().isPresent()) {
      position = labels.indexOf(add.after().get()) + 1;
    }
    labels.add(position < 0 ? labels.size() : position, add.label());
    return modifyAll(add.type(), labels, before);
  }

  private List<Sql> renameLabel(TypeName type, String from, String to, Schema before) {
    List<String> labels = known(type, before).labels();
    List<String> both = new ArrayList<>(labels);
    both.add(to);
    List<String> after = labels.stream().map(it -> it.equals(from) ? to : it).toList();
    List<Sql> result = new ArrayList<>(modifyAll(type, both, before));
    for (EnumUse use : EnumUse.of(type, spelling.dialect(), before)) {
      result.add(Sql.of(use.relabel(spelling, from, to)));
    }
    result.addAll(modifyAll(type, after, before));
    return result;
  }

  private static EnumType known(TypeName name, Schema before) {
    return before
        .enumType(name)
        .orElseThrow(() -> new CannotSpell("the labels of the enum " + name + " are not known"));
  }

  private List<Sql> modifyAll(TypeName type, List<String> labels, Schema before) {
    Schema after = before.with(new EnumType(type, labels));
    return EnumUse.of(type, spelling.dialect(), before).stream()
        .map(
            it ->
                Sql.of(
                    "ALTER TABLE "
                        + spelling.quoting().table(it.table().name())
                        + " MODIFY "
                        + spelling.quoting().column(it.column().name())
                        + " "
                        + spelling.modification(it.column(), after)))
        .toList();
  }
}
