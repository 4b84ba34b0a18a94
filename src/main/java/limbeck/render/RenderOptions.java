package limbeck.render;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.schema.DialectName;

/**
 * How a project wants its scripts.
 *
 * @param dialect the database they run on
 * @param template the project's script.py.mako, or {@link ScriptTemplate#DEFAULT}
 * @param namingConvention the patterns of its metadata by key ({@code ix uq ck fk pk}); none when
 *     it has none
 * @param batch whether table changes go into {@code batch_alter_table}
 * @param sqlalchemyTwo whether the project has SQLAlchemy 2.0 or newer, and its types
 * @param spelling the database's SQL
 * @param enforcesForeignKeys whether the project has SQLite enforce foreign keys, which it does not
 *     by itself
 */
public record RenderOptions(
    DialectName dialect,
    ScriptTemplate template,
    SortedMap<String, String> namingConvention,
    boolean batch,
    boolean sqlalchemyTwo,
    Spelling spelling,
    boolean enforcesForeignKeys) {
  /** Copies the convention. */
  public RenderOptions {
    namingConvention = Collections.unmodifiableSortedMap(new TreeMap<>(namingConvention));
  }

  /** Returns how a project wants its scripts that leaves SQLite as it is. */
  public RenderOptions(
      DialectName dialect,
      ScriptTemplate template,
      SortedMap<String, String> namingConvention,
      boolean batch,
      boolean sqlalchemyTwo,
      Spelling spelling) {
    this(dialect, template, namingConvention, batch, sqlalchemyTwo, spelling, false);
  }
}
