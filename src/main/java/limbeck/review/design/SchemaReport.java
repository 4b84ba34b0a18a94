package limbeck.review.design;

import java.util.List;
import limbeck.review.Severity;
import limbeck.review.Subject;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * A schema looked at as a whole.
 *
 * @param entities what each table is, by name
 * @param relations one for each foreign key, by the tables' names
 * @param links what association tables join
 * @param indexes every index, those of constraints among them, and what it is for
 * @param remarks what will hurt, the worst first
 */
public record SchemaReport(
    List<Entity> entities,
    List<Relation> relations,
    List<Link> links,
    List<IndexUse> indexes,
    List<Remark> remarks) {
  /** Copies the lists. */
  public SchemaReport {
    entities = List.copyOf(entities);
    relations = List.copyOf(relations);
    links = List.copyOf(links);
    indexes = List.copyOf(indexes);
    remarks = List.copyOf(remarks);
  }

  /** What a table is in the model. */
  public enum Role {
    /** A thing with a key of its own. */
    ENTITY,
    /** A thing whose key holds the key of another. */
    DEPENDENT,
    /** Its key is made of the keys of others: it joins them. */
    ASSOCIATION,
    /** It refers to nothing and nothing refers to it. */
    ALONE
  }

  /**
   * A table in the overview.
   *
   * @param table as the schema holds it
   * @param role what it is
   * @param refersTo how many foreign keys it has
   * @param referredBy how many foreign keys of others it is the target of
   */
  public record Entity(Table table, Role role, int refersTo, int referredBy) {}

  /**
   * A foreign key, read as a relation.
   *
   * @param from the table that refers
   * @param columns by which
   * @param to the table referred to
   * @param targets the columns referred to
   * @param cardinality how many of either, such as {@code many to one}
   * @param onDelete what happens to referring rows
   * @param index the index that serves it; empty text for none
   */
  public record Relation(
      TableName from,
      List<String> columns,
      TableName to,
      List<String> targets,
      String cardinality,
      String onDelete,
      String index) {
    /** Copies the columns. */
    public Relation {
      columns = List.copyOf(columns);
      targets = List.copyOf(targets);
    }
  }

  /**
   * Two tables that an association table joins, many to many.
   *
   * @param via the association table
   * @param tables what it joins
   */
  public record Link(TableName via, List<TableName> tables) {
    /** Copies the names. */
    public Link {
      tables = List.copyOf(tables);
    }
  }

  /**
   * An index and why it is there.
   *
   * @param table of which table
   * @param name its name, or what makes it
   * @param columns columns and expressions, in order
   * @param unique whether it keeps out duplicates
   * @param reasons what it is for, each in words; that none is known is said, too
   */
  public record IndexUse(
      TableName table, String name, List<String> columns, boolean unique, List<String> reasons) {
    /** Copies the lists. */
    public IndexUse {
      columns = List.copyOf(columns);
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Something that will hurt.
   *
   * @param check its name; that of a rule where a rule looks for it in revisions
   * @param severity how much it matters
   * @param subject what it is about
   * @param message what is wrong, one sentence
   * @param why why it matters
   */
  public record Remark(
      String check, Severity severity, Subject subject, String message, String why) {}
}
