package limbeck.workflow;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.diff.StatedRename;
import limbeck.revision.RevisionId;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;

/**
 * The models of a project beside its history.
 *
 * @param before the schema the history builds
 * @param wanted the schema the models state; what models never state (views, functions, schemas,
 *     free sequences) is as the history builds it
 * @param parents the heads the history ends in
 */
record Comparison(Schema before, Schema wanted, List<RevisionId> parents) {

  static Comparison of(Workspace workspace, List<RevisionId> parents) {
    Schema before = parents.isEmpty() ? Schema.EMPTY : workspace.history().at(parents);
    return new Comparison(before, wanted(before, workspace), parents);
  }

  /** Returns this comparison with only some parts of the difference; all of it for no names. */
  Comparison only(List<String> names) {
    return names.isEmpty() ? this : new Comparison(before, Only.of(before, wanted, names), parents);
  }

  private static Schema wanted(Schema before, Workspace workspace) {
    return completed(workspace.models().schema(), before, workspace.dialectName());
  }

  /** Returns the models' schema with what models never state as another schema has it. */
  static Schema completed(Schema models, Schema before, DialectName dialect) {
    Set<limbeck.schema.SchemaName> namespaces = new java.util.TreeSet<>(before.namespaces());
    namespaces.addAll(models.namespaces());
    if (dialect == DialectName.POSTGRESQL) {
      namespaces.addAll(Namespaces.missing(models, before));
    }
    TreeMap<limbeck.schema.SequenceName, limbeck.schema.Sequence> sequences =
        new TreeMap<>(before.sequences());
    sequences.putAll(models.sequences());
    TreeMap<String, limbeck.schema.CarriedObject> objects = new TreeMap<>(before.objects());
    objects.putAll(models.objects());
    return new Schema(
        models.tables(), models.enums(), sequences, new java.util.TreeSet<>(namespaces), objects);
  }

  /** Returns what makes the history's schema into the models'. */
  Difference difference(Workspace workspace, List<StatedRename> renames) {
    DiffOptions options =
        DiffOptions.of(workspace.dialect()::normalize, workspace.defaultNames())
            .withRenames(renames)
            .withIncludes(workspace.tableFilter());
    return SchemaDiff.between(before, wanted, options);
  }
}
