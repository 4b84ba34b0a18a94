package limbeck.dialect.standard;

import java.util.List;
import limbeck.dialect.Dialect;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** A dialect put together from the groups of operations, each standard or a database's own. */
public final class StandardDialect implements Dialect {
  /**
   * The groups.
   *
   * @param tables writes operations on tables
   * @param columns writes operations on columns
   * @param constraints writes operations on constraints
   * @param indexes writes operations on indexes
   * @param types writes operations on enum types
   * @param objects writes operations on schemas, sequences and carried objects
   * @param rows writes operations on rows
   */
  public record Groups(
      StandardTables tables,
      StandardColumns columns,
      StandardConstraints constraints,
      StandardIndexes indexes,
      EnumTypes types,
      StandardObjects objects,
      StandardRows rows) {}

  private final Spelling spelling;
  private final Groups groups;
  private final NormalForm normalForm;

  /** Puts a dialect together. */
  public StandardDialect(Spelling spelling, Groups groups, NormalForm normalForm) {
    this.spelling = spelling;
    this.groups = groups;
    this.normalForm = normalForm;
  }

  @Override
  public DialectName name() {
    return spelling.dialect();
  }

  @Override
  public Lowering lower(Operation operation, Schema before) {
    try {
      return new Lowering.Statements(
          lowered(operation, before).stream()
              .map(it -> new Statement(new SqlText(it.text()), operation, it.transactional()))
              .toList());
    } catch (CannotSpell gap) {
      return new Lowering.Unsupported(gap.reason());
    }
  }

  private List<Sql> lowered(Operation operation, Schema before) {
    return switch (operation) {
      case TableOperation it -> groups.tables().lower(it, before);
      case ColumnOperation it -> groups.columns().lower(it, before);
      case ConstraintOperation it -> groups.constraints().lower(it, before);
      case IndexOperation it -> groups.indexes().lower(it, before);
      case TypeOperation it -> groups.types().lower(it, before);
      case ObjectOperation it -> groups.objects().lower(it, before);
      case DataOperation it -> groups.rows().lower(it, before);
      case Opaque it -> throw new CannotSpell(it.why());
    };
  }

  @Override
  public String spell(SqlType type, Schema schema) {
    try {
      return spelling.type(type, schema);
    } catch (CannotSpell gap) {
      return "UNKNOWN";
    }
  }

  @Override
  public String spell(Default value) {
    try {
      return spelling.defaultValue(value);
    } catch (CannotSpell gap) {
      return "UNKNOWN";
    }
  }

  @Override
  public String quote(String identifier) {
    return spelling.quoting().quote(identifier);
  }

  @Override
  public Schema normalize(Schema schema) {
    return normalForm.of(schema);
  }
}
