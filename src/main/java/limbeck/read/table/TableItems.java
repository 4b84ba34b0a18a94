package limbeck.read.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.type.TypeScope;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/** Puts what is given to a table — columns, constraints, indexes — into its draft. */
public final class TableItems {
  private static final Set<String> HARMLESS =
      Set.of("sqlalchemy.event.listens_for", "sqlalchemy.DDL", "sqlalchemy.Comment");

  private final ReadContext context;
  private final ColumnReader columns;
  private final ConstraintReader constraints;
  private final Function<Value, Optional<ColumnDraft>> copies;

  /** Prepares to add items; columns are read by the reader given. */
  public TableItems(ReadContext context, ColumnReader columns) {
    this(context, columns, _ -> Optional.empty());
  }

  /**
   * Prepares to add items.
   *
   * @param copies finds the columns that are copies of others
   */
  public TableItems(
      ReadContext context, ColumnReader columns, Function<Value, Optional<ColumnDraft>> copies) {
    this.context = context;
    this.copies = copies;
    this.columns = columns;
    this.constraints = new ConstraintReader(context.problems());
  }

  /** Adds every item; what is not understood is reported. */
  public void add(List<Value> items, TableDraft table, Location at) {
    for (Value item : items) {
      add(item, table, at);
    }
  }

  /** Adds one item. */
  public void add(Value item, TableDraft table, Location at) {
    String subject = table.name().toString();
    if (item instanceof Value.Call call
        && call.callee() instanceof Value.Attribute(Value conditional, String method)
        && method.equals("ddl_if")) {
      addIf(call, conditional, table, at);
      return;
    }
    if (LibraryNames.isCall(item, "sqlalchemy.Column") && item instanceof Value.Call call) {
      table.add(
          columns.read(
              new ColumnReader.Request(
                  call.arguments(),
                  call.keywords(),
                  Optional.empty(),
                  Optional.empty(),
                  subject,
                  scope(table),
                  List.of(item),
                  call.at())));
      return;
    }
    Optional<ColumnDraft> copy = copies.apply(item);
    if (copy.isPresent()) {
      table.add(copy.get());
      return;
    }
    Optional<IndexDraft> index = constraints.readIndex(item, subject);
    if (index.isPresent()) {
      table.add(index.get());
      return;
    }
    var constraint = constraints.read(item, subject);
    if (constraint.isPresent()) {
      table.add(constraint.get());
    } else if (!isHarmless(item)) {
      Location where = item instanceof Value.Unknown(String _, Location place) ? place : at;
      context
          .problems()
          .add(
              "an argument of table " + subject + " is not understood: " + Constants.describe(item),
              "a constraint, index or column of " + subject,
              where);
    }
  }

  /** {@code ddl_if(dialect=…)} keeps an item for some databases; metadata has it for all. */
  private void addIf(Value.Call call, Value item, TableDraft table, Location at) {
    Value dialect =
        call.arguments().isEmpty()
            ? call.keywords().getOrDefault("dialect", Value.NONE)
            : call.arguments().getFirst();
    Optional<List<Value>> several = Constants.items(dialect);
    List<Value> wanted = Constants.isNone(dialect) ? List.of() : several.orElse(List.of(dialect));
    String current = context.options().dialect().sqlalchemyName();
    boolean applies =
        wanted.isEmpty()
            || wanted.stream()
                .anyMatch(it -> Constants.text(it).filter(current::equals).isPresent());
    if (applies) {
      add(item, table, at);
    }
    Value condition = call.keywords().get("callable_");
    if (applies && condition != null) {
      context
          .problems()
          .add(
              "whether a constraint or index of "
                  + table.name()
                  + " is made is decided at run time",
              "a constraint or index of " + table.name(),
              call.at());
    }
  }

  private static boolean isHarmless(Value item) {
    return Constants.isNone(item)
        || LibraryNames.ofCall(item).filter(HARMLESS::contains).isPresent();
  }

  /** Returns where types of a table's columns are used. */
  public static TypeScope scope(TableDraft table) {
    return new TypeScope(table.owner().schema(), table.name().schema());
  }
}
