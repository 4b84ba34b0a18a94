package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.operation.DescribeType;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Takes labels from an enum type of large tables, or puts them into another order: each column gets
 * another one beside it whose type has the new labels, and columns and types change their names in
 * one moment.
 */
final class LabelSeries {
  private final Draft draft;
  private final List<Change> changes;
  private final Obstacles obstacles;

  LabelSeries(Difference difference, Draft draft) {
    this.draft = draft;
    this.changes = difference.changes();
    this.obstacles = new Obstacles(draft);
  }

  /** Returns the column that an operation of the change converts. */
  static Optional<ColumnPlace> converted(Operation operation) {
    return operation instanceof ColumnOperation.AlterColumn alter
            && alter.changes().getFirst() instanceof ColumnChange.SetType
        ? Optional.of(new ColumnPlace(alter.table(), alter.column()))
        : Optional.empty();
  }

  /**
   * Plans the change, if it is one of labels of a large table; false when it is not, or has to be
   * carried out in place.
   *
   * @param done takes operations of other changes that the series is for, too
   */
  boolean plan(Change change, TypeGroup group, Set<Operation> done) {
    if (!EnumSteps.isSwap(change)) {
      return false;
    }
    EnumType wanted = ((TypeOperation.CreateEnum) change.operations().get(1)).type();
    List<ColumnPlace> users = EnumSteps.users(wanted.name(), draft.schema());
    if (users.stream().noneMatch(it -> draft.options().isOnline(it.table()))) {
      return false;
    }
    List<String> gone =
        draft.schema().enumType(wanted.name()).orElseThrow().labels().stream()
            .filter(it -> !wanted.labels().contains(it))
            .toList();
    Optional<String> obstacle =
        users.stream()
            .flatMap(it -> obstacle(it, change, gone).map(why -> it + ": " + why).stream())
            .findFirst()
            .or(() -> spokenOf(wanted.name()));
    if (obstacle.isPresent()) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "Enum type "
              + wanted.name()
              + " is exchanged in place, which writes its tables anew under a lock ("
              + obstacle.orElseThrow()
              + ").");
      return false;
    }
    users.forEach(group::finishBeforeSharing);
    addLabels(wanted, users);
    EnumType before = draft.schema().enumType(wanted.name()).orElseThrow();
    TypeExchange exchange = TypeExchange.of(before, wanted.labels(), it -> isFree(it, users));
    group.add(exchange, change.because());
    List<String> unmapped = new EnumSteps(draft).unmapped(wanted);
    note(wanted.name(), gone, unmapped);
    List<TypeGroup.Member> members = new ArrayList<>();
    for (ColumnPlace it : users) {
      List<ColumnName> together =
          users.stream()
              .filter(other -> other.table().equals(it.table()))
              .map(ColumnPlace::column)
              .toList();
      members.add(
          new TypeGroup.Member(
              series(it, change, exchange, together, done),
              change.because() + " (" + it + ")",
              () -> look(it, unmapped, exchange)));
    }
    group.add(members);
    return true;
  }

  private void look(ColumnPlace place, List<String> unmapped, TypeExchange exchange) {
    draft.during(
        Phase.Kind.FILL,
        () ->
            new EnumSteps(draft)
                .look(
                    place,
                    unmapped,
                    new EnumType(exchange.name(), exchange.after().labels()),
                    true));
  }

  /** Types share their names with tables; columns must not be taken for types in expressions. */
  private boolean isFree(TypeName name, List<ColumnPlace> users) {
    boolean ofColumn =
        users.stream()
            .flatMap(it -> draft.schema().table(it.table()).stream())
            .flatMap(it -> it.columns().stream())
            .anyMatch(it -> it.name().text().equals(name.name()));
    return !ofColumn
        && draft.schema().enumType(name).isEmpty()
        && draft.schema().table(new TableName(name.schema(), name.name())).isEmpty();
  }

  /** What programs of the version after write must have a place in the old column too. */
  private void addLabels(EnumType wanted, List<ColumnPlace> users) {
    boolean stated = users.stream().allMatch(draft.options().answers().usingsDown()::containsKey);
    List<String> added = new ArrayList<>(wanted.labels());
    added.removeAll(draft.schema().enumType(wanted.name()).orElseThrow().labels());
    if (stated || added.isEmpty()) {
      return;
    }
    for (String label : added) {
      draft.add(
          new TypeOperation.AddEnumLabel(
              wanted.name(), label, Optional.empty(), Optional.empty(), true),
          "until the last phase the old type has to hold what the new one holds",
          Classification.ADDITIVE,
          "existing rows stay as they are",
          true,
          Optional.empty());
    }
    draft.note(
        SafetyNote.Kind.LOCK,
        "The downgrade of the first phase takes "
            + String.join(", ", added)
            + " out of "
            + wanted.name()
            + " again, and writes its tables anew under a lock; that is not needed when it is said"
            + " what new labels are in the old type, by "
            + Shell.option("--using-down", users.getFirst() + "=", "SQL")
            + ".");
  }

  private TypeSeries series(
      ColumnPlace place,
      Change change,
      TypeExchange exchange,
      List<ColumnName> together,
      Set<Operation> done) {
    Column column = column(place);
    String described = DescribeType.describe(column.type());
    String text = using(place, change).orElseThrow().text();
    String labels = text.substring(0, text.length() - described.length());
    SqlType beside = exchange.beside(column.type());
    SqlType aside = exchange.later(column.type());
    String name = draft.sql().column(place.column());
    String array = column.type() instanceof SqlType.ArrayOf ? "[]" : "";
    String back =
        Optional.ofNullable(draft.options().answers().usingsDown().get(place))
            .map(it -> "(" + it + ")")
            .orElse(name);
    boolean reordered = exchange.after().labels().containsAll(exchange.before().labels());
    return new TypeSeries(
        draft,
        place,
        new TypeSeries.Change(
            beside,
            new SqlText(labels + DescribeType.describe(beside)),
            new SqlText(back + "::text" + array + "::" + DescribeType.describe(aside)),
            lastDefault(place, column, done),
            column.generation(),
            reordered,
            reordered ? Releases.Meaning.ADMITS_AFTER : Releases.Meaning.EXCHANGES,
            together,
            exchange::later));
  }

  private Column column(ColumnPlace place) {
    return draft.schema().table(place.table()).orElseThrow().column(place.column()).orElseThrow();
  }

  /** How the change converts a column in place; it ends with a cast to the type. */
  private static Optional<SqlText> using(ColumnPlace place, Change change) {
    return change.operations().stream()
        .filter(it -> converted(it).filter(place::equals).isPresent())
        .map(it -> (ColumnChange.SetType) ((ColumnOperation.AlterColumn) it).changes().getFirst())
        .flatMap(it -> it.using().stream())
        .findFirst();
  }

  /** The default in the end: the difference may give it another one in a change of its own. */
  private Optional<Default> lastDefault(ColumnPlace place, Column column, Set<Operation> done) {
    Optional<Default> result = column.serverDefault();
    for (Change it : changes) {
      for (Operation operation : it.operations()) {
        if (operation instanceof ColumnOperation.AlterColumn alter
            && place.equals(new ColumnPlace(alter.table(), alter.column()))
            && alter.changes().size() == 1
            && alter.changes().getFirst() instanceof ColumnChange.SetDefault set) {
          result = set.to();
          done.add(operation);
        }
      }
    }
    return result;
  }

  private void note(TypeName type, List<String> gone, List<String> unmapped) {
    if (!gone.isEmpty()) {
      draft.note(
          SafetyNote.Kind.COMPATIBILITY,
          "Programs that write "
              + String.join(" or ", gone)
              + " into a "
              + type
              + " fail once columns and types have changed places"
              + (unmapped.isEmpty()
                  ? "."
                  : ", and "
                      + String.join(" or ", unmapped)
                      + " from the first phase on: nobody has said what it becomes."));
    }
    if (gone.size() > unmapped.size()) {
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "Once the last phase has run, a downgrade does not bring back which rows had "
              + String.join(" or ", gone)
              + " in a "
              + type
              + ".");
    }
  }

  private Optional<String> obstacle(ColumnPlace place, Change change, List<String> gone) {
    Table table = draft.schema().table(place.table()).orElseThrow();
    Column column = column(place);
    boolean told =
        using(place, change)
            .filter(it -> it.text().endsWith("::" + DescribeType.describe(column.type())))
            .isPresent();
    if (draft.hasNoRows(place.table()) || draft.addedHere(place)) {
      return Optional.of("it is new as well");
    }
    if (column.generation().filter(Generation.Computed.class::isInstance).isPresent()) {
      return Optional.of("the database computes its values");
    }
    if (!told) {
      return Optional.of("it is not known what its values become");
    }
    return obstacles
        .of(place, column)
        .or(() -> Obstacles.taken(table, column))
        .or(
            () ->
                over(table, column)
                    .filter(it -> gone.stream().anyMatch(label -> names(it, label)))
                    .findFirst()
                    .map(it -> "\"" + it + "\" is over it, and speaks of a label that goes"));
  }

  private static boolean names(SqlText sql, String label) {
    return sql.text().contains(RowSql.literal(label));
  }

  /** The expressions of checks and indexes over a column. */
  private static Stream<SqlText> over(Table table, Column column) {
    return Stream.concat(
        table.constraints().stream()
            .filter(it -> Dependents.uses(it, column.name()))
            .flatMap(
                it ->
                    it instanceof Constraint.Check check
                        ? Stream.of(check.condition())
                        : Stream.of()),
        table.indexes().stream()
            .filter(it -> Dependents.uses(it, column.name()))
            .flatMap(Index::expressions));
  }

  /** What speaks of the type by its name would speak of another one after the exchange. */
  private Optional<String> spokenOf(TypeName type) {
    Pattern cast =
        Pattern.compile(
            "(?:::|\\bAS\\s)\\s*(?:\"?\\w+\"?\\.)?\"?" + Pattern.quote(type.name()) + "\"?(?!\\w)",
            Pattern.CASE_INSENSITIVE);
    Set<SqlText> texts = new HashSet<>();
    for (Table table : draft.schema().tables().values()) {
      for (Constraint it : table.constraints()) {
        if (it instanceof Constraint.Check check) {
          texts.add(check.condition());
        }
      }
      table.indexes().stream().flatMap(Index::expressions).forEach(texts::add);
      for (Column column : table.columns()) {
        boolean own = Dependents.enumsOf(column.type()).contains(type);
        if (!own
            && column.serverDefault().orElse(null) instanceof Default.Expression(SqlText sql)) {
          texts.add(sql);
        }
        if (column.generation().orElse(null) instanceof Generation.Computed computed) {
          texts.add(computed.expression());
        }
      }
    }
    return texts.stream()
        .filter(it -> cast.matcher(it.text()).find())
        .findFirst()
        .map(it -> "\"" + it + "\" speaks of the type by its name")
        .or(() -> object(type, cast));
  }

  /** A function is bound to the types of its arguments, and finds those in its body by name. */
  private Optional<String> object(TypeName type, Pattern cast) {
    Pattern word =
        Pattern.compile(
            "(?<!\\w)" + Pattern.quote(type.name()) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    return draft.schema().objects().values().stream()
        .filter(it -> !it.name().name().contains("limbeck_"))
        .filter(it -> depends(it, word, cast))
        .findFirst()
        .map(it -> it.name() + " may depend on it");
  }

  private static boolean depends(CarriedObject object, Pattern word, Pattern cast) {
    String text = object.definition().text();
    return switch (object.kind()) {
      case EXTENSION -> false;
      case FUNCTION -> word.matcher(text.split("(?i)\\bAS\\b", 2)[0]).find();
      case DOMAIN -> word.matcher(text).find();
      case VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY -> cast.matcher(text).find();
    };
  }
}
