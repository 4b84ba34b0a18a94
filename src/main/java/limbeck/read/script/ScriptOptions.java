package limbeck.read.script;

import java.util.function.Supplier;
import limbeck.operation.Apply;
import limbeck.operation.DefaultNames;
import limbeck.read.ReadOptions;
import limbeck.read.model.Models;
import limbeck.read.table.NamingConvention;

/**
 * What a reader of scripts must know besides the scripts.
 *
 * @param read the dialect and the libraries
 * @param convention of env.py's target_metadata: Alembic names with it what a script leaves unnamed
 * @param fold carries operations out
 * @param models the application's models, for scripts that create tables by them
 */
public record ScriptOptions(
    ReadOptions read, NamingConvention convention, Fold fold, Supplier<Models> models) {
  /** Returns options with the usual fold, and without models. */
  public static ScriptOptions of(ReadOptions read, NamingConvention convention) {
    DefaultNames names = DefaultNames.ofHistory(read.dialect());
    return new ScriptOptions(
        read,
        convention,
        (operation, schema) -> Apply.apply(operation, schema, names).schema(),
        () -> Models.NONE);
  }
}
