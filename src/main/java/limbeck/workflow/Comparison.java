package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.diff.StatedRename;
import limbeck.operation.Apply;
import limbeck.operation.TypeOperation;
import limbeck.plan.Archive;
import limbeck.plan.ColumnPlace;
import limbeck.revision.RevisionId;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * The models of a project beside its history.
 *
 * @param before the schema the history builds
 * @param wanted the schema the models state; what models never state (views, functions, schemas,
 *     free sequences) is as the history builds it
 * @param parents the heads the history ends in
 * @param found the difference without any renames, where it has been looked for already
 */
record Comparison(
    Schema before, Schema wanted, List<RevisionId> parents, Optional<Difference> found) {
  private static final Pattern NEXT_VALUE =
      Pattern.compile("nextval\\('([^']+)'(?:::regclass)?\\)", Pattern.CASE_INSENSITIVE);

  Comparison(Schema before, Schema wanted, List<RevisionId> parents) {
    this(before, wanted, parents, Optional.empty());
  }

  /** Returns the models beside the history up to some revisions. */
  static Comparison of(Workspace workspace, List<RevisionId> parents) {
    Schema before = parents.isEmpty() ? Schema.EMPTY : workspace.history().at(parents);
    Comparison comparison = of(before, workspace, parents);
    if (workspace.dialectName() != DialectName.POSTGRESQL) {
      return comparison;
    }
    Difference found = comparison.difference(workspace, List.of());
    return SameMeaning.mayBeSpelling(found)
        ? comparison.settled()
        : new Comparison(comparison.before(), comparison.wanted(), parents, Optional.of(found));
  }

  /** Returns the models beside the schema that a choice names, and that part of the difference. */
  static Comparison of(Workspace workspace, List<RevisionId> parents, Choices choices) {
    Comparison comparison =
        choices
            .present()
            .map(it -> of(new PresentSchema(workspace, parents).read(it), workspace, parents))
            .map(it -> it.settled())
            .orElseGet(() -> of(workspace, parents));
    return comparison.only(choices.only());
  }

  /** Returns the models beside the history, as both are read; no database is asked. */
  static Comparison asRead(Workspace workspace, List<RevisionId> parents) {
    return of(
        parents.isEmpty() ? Schema.EMPTY : workspace.history().at(parents), workspace, parents);
  }

  private static Comparison of(Schema before, Workspace workspace, List<RevisionId> parents) {
    Schema wanted = wanted(before, workspace);
    return switch (workspace.dialectName()) {
      case MYSQL, MARIADB ->
          new Comparison(InlineEnums.of(before), InlineEnums.of(wanted), parents);
      case SQLITE -> new Comparison(withLabels(before, wanted), wanted, parents);
      case POSTGRESQL -> new Comparison(before, wanted, parents);
    };
  }

  /**
   * SQLite has no enum types and no step makes one: the labels of the models are known anyway, and
   * those of the history go on under another name where they differ.
   */
  private static Schema withLabels(Schema before, Schema wanted) {
    Schema kept = before;
    for (EnumType type : before.enums().values()) {
      Optional<EnumType> now = wanted.enumType(type.name());
      if (now.isPresent() && !now.get().equals(type)) {
        Schema soFar = kept;
        TypeName old = EnumType.superseded(type.name(), name -> soFar.enumType(name).isPresent());
        kept = Apply.after(new TypeOperation.RenameType(type.name(), old), kept);
      }
    }
    TreeMap<TypeName, EnumType> enums = new TreeMap<>(kept.enums());
    enums.putAll(wanted.enums());
    return new Schema(kept.tables(), enums, kept.sequences(), kept.namespaces(), kept.objects());
  }

  /** Returns this comparison without differences of spelling alone. */
  private Comparison settled() {
    return new Comparison(before, SameMeaning.settle(before, wanted), parents);
  }

  /** Returns this comparison with only some parts of the difference; all of it for no names. */
  Comparison only(List<String> names) {
    return names.isEmpty() ? this : new Comparison(before, Only.of(before, wanted, names), parents);
  }

  private static Schema wanted(Schema before, Workspace workspace) {
    return completed(doubtfulLeft(before, workspace.stated()), before, workspace.dialectName());
  }

  /** Returns the models' schema with what models never state as another schema has it. */
  static Schema completed(Schema models, Schema before, DialectName dialect) {
    Set<limbeck.schema.SchemaName> namespaces = new java.util.TreeSet<>(before.namespaces());
    namespaces.addAll(models.namespaces());
    if (dialect == DialectName.POSTGRESQL) {
      namespaces.addAll(Namespaces.missing(models, before));
    }
    TreeMap<SequenceName, limbeck.schema.Sequence> sequences = new TreeMap<>(before.sequences());
    // Models seldom state sequences, so one is only given up by the columns that counted with it.
    sequences.keySet().removeIf(it -> givenUp(it, before, models));
    sequences.putAll(models.sequences());
    TreeMap<String, limbeck.schema.CarriedObject> objects = new TreeMap<>(before.objects());
    objects.putAll(models.objects());
    return new Schema(
        KeyOrder.kept(Archive.carried(models, before), before).tables(),
        models.enums(),
        sequences,
        new java.util.TreeSet<>(namespaces),
        objects);
  }

  private static boolean givenUp(SequenceName sequence, Schema before, Schema models) {
    List<TableName> users = users(sequence, before);
    return !users.isEmpty()
        && users.stream().allMatch(models.tables()::containsKey)
        && users(sequence, models).isEmpty();
  }

  private static List<TableName> users(SequenceName sequence, Schema schema) {
    return schema.tables().values().stream()
        .filter(
            table ->
                table.columns().stream()
                    .anyMatch(
                        it -> it.serverDefault().filter(d -> isNext(sequence, d)).isPresent()))
        .map(Table::name)
        .toList();
  }

  private static boolean isNext(SequenceName sequence, Default value) {
    return switch (value) {
      case Default.NextValue(SequenceName name) -> name.equals(sequence);
      case Default.Expression(SqlText sql) -> {
        Matcher text = NEXT_VALUE.matcher(sql.text().strip());
        yield text.matches() && text.group(1).replace("\"", "").equals(sequence.toString());
      }
      case Default.Literal _, Default.Now _, Default.BooleanConstant _, Default.Unknown _ -> false;
    };
  }

  /** Marks columns that are not known in all their parts as unread, so that they are left alone. */
  private static Schema doubtfulLeft(Schema before, StatedModels models) {
    Schema schema = models.schema();
    for (Map.Entry<ColumnPlace, String> doubt : models.doubtful().entrySet()) {
      ColumnName name = doubt.getKey().column();
      Optional<Table> table = schema.table(doubt.getKey().table());
      boolean present =
          before.table(doubt.getKey().table()).flatMap(it -> it.column(name)).isPresent();
      if (table.isPresent() && present) {
        List<Column> columns = new ArrayList<>(table.get().columns());
        columns.removeIf(it -> it.name().equals(name));
        columns.add(Column.unread(name, doubt.getValue()));
        schema = schema.with(table.get().withColumns(columns));
      }
    }
    for (TableName name : models.partial()) {
      Optional<Table> table = schema.table(name);
      Optional<Table> present = before.table(name);
      if (table.isPresent() && present.isPresent()) {
        schema = schema.with(withPartsOf(present.get(), table.get()));
      }
    }
    return schema;
  }

  /** Adds the constraints and indexes that the models may state, but not in a way that is known. */
  private static Table withPartsOf(Table present, Table wanted) {
    List<Constraint> constraints = new ArrayList<>(wanted.constraints());
    for (Constraint it : present.constraints()) {
      boolean stated =
          constraints.stream()
              .anyMatch(
                  other ->
                      other.equals(it)
                          || (other.name().isPresent() && other.name().equals(it.name())));
      if (!stated && !(it instanceof Constraint.PrimaryKey) && it.name().isPresent()) {
        constraints.add(it);
      }
    }
    List<Index> indexes = new ArrayList<>(wanted.indexes());
    for (Index it : present.indexes()) {
      boolean stated = indexes.stream().anyMatch(other -> other.name().equals(it.name()));
      if (!stated) {
        indexes.add(it);
      }
    }
    return wanted.withConstraints(constraints).withIndexes(indexes);
  }

  /** Returns what makes the history's schema into the models'. */
  Difference difference(Workspace workspace, List<StatedRename> renames) {
    if (renames.isEmpty() && found.isPresent()) {
      return found.get();
    }
    DiffOptions options =
        DiffOptions.of(workspace.dialect()::normalize, workspace.defaultNames())
            .withRenames(renames)
            .withIncludes(workspace.tableFilter());
    return SchemaDiff.between(before, wanted, options);
  }
}
