package limbeck.read;

import java.nio.file.Path;
import java.util.List;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.python.evaluate.Evaluator;
import limbeck.read.model.ModelReader;
import limbeck.read.model.ModelRecorder;
import limbeck.read.model.Models;
import limbeck.report.SchemaJson;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;

/** Reads the models of a folder the way a workflow does. */
public final class ReadModels {
  private ReadModels() {}

  static SqlSpelling spelling(DialectName name) {
    Dialect dialect = Dialects.of(name);
    return new SqlSpelling() {
      @Override
      public String quote(String identifier) {
        return dialect.quote(identifier);
      }

      @Override
      public String spell(SqlType type) {
        return dialect.spell(type);
      }
    };
  }

  /** Reads the modules of a folder. */
  public static Models read(Path folder, List<String> modules, DialectName dialect) {
    ModelRecorder recorder = new ModelRecorder();
    Evaluator program = new Evaluator(new FolderModules(folder), recorder);
    ReadOptions options = ReadOptions.of(dialect, spelling(dialect));
    recorder.follow(program, options);
    modules.forEach(program::importModule);
    return ModelReader.read(program, recorder, options);
  }

  static String json(Models models, DialectName dialect) {
    return SchemaJson.write(
        models.schema(),
        Dialects.of(dialect),
        models.problems().stream()
            .map(it -> new SchemaJson.Problem(it.message(), it.at()))
            .toList());
  }
}
