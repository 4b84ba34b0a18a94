package limbeck.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.operation.Apply;
import limbeck.operation.Opaque;
import limbeck.python.ModuleSource;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.read.script.ScriptOptions;
import limbeck.read.script.ScriptReader;
import limbeck.read.table.NamingConvention;
import limbeck.revision.Revision;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.SourceFile;

/** Reads a migration script the way a workflow does. */
public final class ReadScript {
  private static final String HEAD =
      """
      import sqlalchemy as sa
      import sqlmodel
      from alembic import op
      from sqlalchemy.dialects import mysql, postgresql, sqlite

      revision = "a"
      down_revision = None


      def upgrade():
      """;

  private ReadScript() {}

  /** Reads a whole script. */
  public static Revision script(String text, DialectName dialect, Schema before) {
    return script(text, dialect, before, NamingConvention.DEFAULT, new NoModules());
  }

  /** Reads a script under its own name. */
  public static Revision script(SourceFile file, DialectName dialect, Schema before) {
    return script(file, dialect, before, NamingConvention.DEFAULT, new NoModules());
  }

  static Revision script(
      String text,
      DialectName dialect,
      Schema before,
      NamingConvention convention,
      ModuleSource modules) {
    return script(new SourceFile("versions/a.py", text), dialect, before, convention, modules);
  }

  private static Revision script(
      SourceFile file,
      DialectName dialect,
      Schema before,
      NamingConvention convention,
      ModuleSource modules) {
    Evaluator program = new Evaluator(modules, Host.SILENT);
    ScriptReader reader =
        new ScriptReader(
            program,
            ScriptOptions.of(ReadOptions.of(dialect, ReadModels.spelling(dialect)), convention));
    return reader.read(reader.header(file).header().orElseThrow(), before);
  }

  /** Reads lines that use op and sa, as the body of an upgrade. */
  static List<Step> body(
      String lines, DialectName dialect, Schema before, Map<String, String> convention) {
    String indented =
        lines.lines().map(it -> it.isBlank() ? "" : "    " + it).collect(Collectors.joining("\n"));
    NamingConvention names =
        convention.isEmpty() ? NamingConvention.DEFAULT : NamingConvention.of(convention);
    return script(HEAD + indented + "\n", dialect, before, names, new NoModules()).upgrade();
  }

  /** Returns the SQL of steps; what is not understood is a comment. */
  static String sql(List<Step> steps, DialectName name, Schema before) {
    Dialect dialect = Dialects.of(name);
    List<String> parts = new ArrayList<>();
    Schema schema = before;
    for (Step step : steps) {
      if (step.operation() instanceof Opaque(String what, String why, var _, boolean _)) {
        parts.add("-- opaque: " + what + ": " + why + "\n");
        continue;
      }
      switch (dialect.lower(step.operation(), schema)) {
        case Lowering.Statements(var statements) ->
            statements.forEach(it -> parts.add(it.sql().text() + ";\n"));
        case Lowering.Unsupported(String reason) -> parts.add("-- refused: " + reason + "\n");
      }
      schema = Apply.after(step.operation(), schema);
    }
    return String.join("\n", parts);
  }

  /** A project without modules of its own. */
  private static final class NoModules implements ModuleSource {
    @Override
    public java.util.Optional<Found> find(String dottedName) {
      return java.util.Optional.empty();
    }

    @Override
    public List<String> children(String dottedName) {
      return List.of();
    }
  }
}
