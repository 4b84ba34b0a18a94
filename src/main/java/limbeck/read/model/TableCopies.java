package limbeck.read.model;

import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeReading;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;
import org.jspecify.annotations.Nullable;

/** Tables that are copies of others: {@code table.to_metadata(metadata, schema=…, name=…)}. */
final class TableCopies {
  private final ReadContext context;
  private final MetadataFinder finder;
  private final MetadataFacts facts;
  private final TableFamily family;

  TableCopies(ReadContext context, MetadataFinder finder, MetadataFacts facts, TableFamily family) {
    this.context = context;
    this.finder = finder;
    this.facts = facts;
    this.family = family;
  }

  /** What decides where a copy and its references lie: {@code schema=} as it is given. */
  private sealed interface Move {
    /** It is not given: the table keeps its schema. */
    record Retained() implements Move {}

    /** It is None: the schema is that of the MetaData. */
    record ToDefault() implements Move {}

    /** It is a name. */
    record To(String schema) implements Move {}
  }

  /** Returns whether a call copies a table. */
  static boolean isCopy(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value _, String method)
        && (method.equals("to_metadata") || method.equals("tometadata"));
  }

  /** Makes the table of such a call; one that is there already stands. */
  void copy(ModelRecorder.Recorded recorded) {
    Value.Call call = recorded.call();
    if (!(call.callee() instanceof Value.Attribute(Value source, String _))) {
      return;
    }
    Optional<TableDraft> original = family.table(source);
    Optional<Metadata> metadata =
        Optional.ofNullable(argument(call, 0, "metadata")).flatMap(finder::of);
    Optional<Move> move = move(argument(call, 1, "schema"));
    Value name = Optional.ofNullable(argument(call, 3, "name")).orElse(Value.NONE);
    boolean named = Constants.isNone(name) || Constants.text(name).isPresent();
    boolean plain =
        call.arguments().size() < 3 && !call.keywords().containsKey("referred_schema_fn");
    if (original.isEmpty()
        || metadata.isEmpty()
        || move.isEmpty()
        || !named
        || !plain
        || recorded.uncertain().isPresent()) {
      context
          .problems()
          .add(
              "a copy of "
                  + original.map(it -> "the table " + it.name()).orElse("a table")
                  + " is not understood",
              "a table",
              call.at());
      return;
    }
    make(original.get(), Constants.text(name), metadata.get(), move.get(), call);
  }

  private static @Nullable Value argument(Value.Call call, int index, String name) {
    return index < call.arguments().size()
        ? call.arguments().get(index)
        : call.keywords().get(name);
  }

  private static Optional<Move> move(@Nullable Value schema) {
    if (schema == null
        || LibraryNames.of(schema).filter(it -> it.endsWith("RETAIN_SCHEMA")).isPresent()) {
      return Optional.of(new Move.Retained());
    }
    return Constants.isNone(schema)
        ? Optional.of(new Move.ToDefault())
        : Constants.text(schema).map(Move.To::new);
  }

  private void make(
      TableDraft from, Optional<String> name, Metadata metadata, Move move, Value.Call call) {
    TableDraft.Owner owner = facts.owner(metadata);
    Optional<String> schema =
        switch (move) {
          case Move.Retained() -> from.name().schema().or(owner::schema);
          case Move.ToDefault() -> owner.schema();
          case Move.To(String stated) -> Optional.of(stated);
        };
    TableName full = new TableName(schema, name.orElse(from.name().name()));
    TableSet set = family.set(metadata);
    Optional<TableDraft> present = set.table(full);
    if (present.isPresent()) {
      set.bind(call, present.get());
      return;
    }
    TableSet origin = family.of(from);
    TableDraft table =
        from.copy(full, owner, call.at(), origin, it -> changed(it, from, full, move, origin));
    for (ColumnDraft column : from.columns()) {
      boolean hasEnum = column.type().filter(it -> !it.enums().isEmpty()).isPresent();
      if (hasEnum && !schema.equals(from.name().schema())) {
        // Which schema the type gets differs between versions of the library.
        String subject = full + "." + column.columnName();
        String reason = "the schema of its enum type in a copy of " + from.name() + " is not known";
        context.problems().addMarked(reason, "type of " + subject, call.at());
        table.add(column.withType(TypeReading.unknown(reason)));
      }
    }
    set.add(table);
    set.bind(call, table);
    set.index();
  }

  private static ConstraintDraft changed(
      ConstraintDraft constraint, TableDraft from, TableName to, Move move, TableSet origin) {
    return switch (constraint) {
      case ConstraintDraft.ForeignKey key ->
          key.withTargets(
              key.targets().stream().map(it -> target(it, from, to, move, origin)).toList());
      case ConstraintDraft.PrimaryKey _,
          ConstraintDraft.Unique _,
          ConstraintDraft.Check _,
          ConstraintDraft.Exclude _,
          ConstraintDraft.OfType _ ->
          constraint;
    };
  }

  /** As {@code ForeignKey._get_colspec} of SQLAlchemy writes it. */
  private static Value target(
      Value target, TableDraft from, TableName to, Move move, TableSet origin) {
    Optional<String> spelled =
        Constants.text(target)
            .or(
                () ->
                    origin.columns(target).stream()
                        .findFirst()
                        .map(it -> it.table().name() + "." + it.column().columnKey()));
    if (spelled.isEmpty() || !spelled.get().contains(".")) {
      return target;
    }
    String text = spelled.get();
    String column = text.substring(text.lastIndexOf('.') + 1);
    String table = text.substring(0, text.lastIndexOf('.'));
    int dot = table.lastIndexOf('.');
    Optional<String> schema = dot < 0 ? Optional.empty() : Optional.of(table.substring(0, dot));
    boolean itself = table.equals(from.name().toString());
    String name = itself ? to.name() : table.substring(dot + 1);
    Optional<String> moved =
        move instanceof Move.To(String stated) && schema.equals(from.name().schema())
            ? Optional.of(stated)
            : schema;
    return new Value.Str(moved.map(it -> it + ".").orElse("") + name + "." + column);
  }
}
