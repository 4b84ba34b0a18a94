package limbeck.read.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;

/** Reads the constructors of constraints and indexes. */
public final class ConstraintReader {
  private final ProblemLog problems;

  /** Prepares to read; what is not understood is reported to the log. */
  public ConstraintReader(ProblemLog problems) {
    this.problems = problems;
  }

  /** Returns the constraint a value constructs; empty when it is none. */
  public Optional<ConstraintDraft> read(Value value, String subject) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call, problems, "a constraint of " + subject);
    return switch (LibraryNames.of(call.callee()).orElse("")) {
      case "sqlalchemy.PrimaryKeyConstraint" -> Optional.of(primaryKey(arguments));
      case "sqlalchemy.UniqueConstraint" -> Optional.of(unique(arguments));
      case "sqlalchemy.CheckConstraint" -> check(arguments, Optional.empty());
      case "sqlalchemy.ForeignKeyConstraint" -> foreignKey(arguments);
      case "postgresql.ExcludeConstraint" -> exclude(arguments);
      default -> Optional.empty();
    };
  }

  /** Returns the constraint a value given to a column constructs; empty when it is none. */
  public Optional<ConstraintDraft> readAtColumn(Value value, String subject) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call, problems, "a constraint of " + subject);
    return switch (LibraryNames.of(call.callee()).orElse("")) {
      case "sqlalchemy.ForeignKey" -> columnForeignKey(arguments);
      case "sqlalchemy.CheckConstraint" -> check(arguments, Optional.of(subject));
      default -> Optional.empty();
    };
  }

  /** Returns the index a value constructs; empty when it is none. */
  public Optional<IndexDraft> readIndex(Value value, String subject) {
    if (!(value instanceof Value.Call call) || !LibraryNames.isCall(call, "sqlalchemy.Index")) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call, problems, "an index of " + subject);
    return Optional.of(
        new IndexDraft(
            StatedName.of(arguments.value(0, "name")),
            arguments.rest(1),
            arguments.isTrue("unique"),
            indexOptions(arguments.keywords()),
            arguments.at()));
  }

  /** Returns the keywords of an index that belong to one database. */
  public static Map<String, Value> indexOptions(Map<String, Value> keywords) {
    Map<String, Value> options = new LinkedHashMap<>();
    keywords.forEach(
        (name, value) -> {
          int underscore = name.indexOf('_');
          boolean ofDatabase =
              underscore > 0
                  && List.of("postgresql", "sqlite", "mysql", "mariadb")
                      .contains(name.substring(0, underscore));
          if (ofDatabase && !Constants.isNone(value)) {
            options.put(name, value);
          }
        });
    return options;
  }

  private static ConstraintDraft primaryKey(Arguments arguments) {
    return new ConstraintDraft.PrimaryKey(
        StatedName.of(arguments.value("name")),
        arguments.positional(),
        deferral(arguments),
        arguments.at());
  }

  private static ConstraintDraft unique(Arguments arguments) {
    return new ConstraintDraft.Unique(
        StatedName.of(arguments.value("name")),
        arguments.positional(),
        arguments.value("postgresql_include").flatMap(Constants::items).orElse(List.of()),
        arguments.isTrue("postgresql_nulls_not_distinct"),
        deferral(arguments),
        arguments.at());
  }

  private static Optional<ConstraintDraft> check(Arguments arguments, Optional<String> column) {
    return arguments
        .value(0, "sqltext")
        .map(
            condition ->
                new ConstraintDraft.Check(
                    StatedName.of(arguments.value(1, "name")),
                    condition,
                    column,
                    !arguments.isTrue("postgresql_not_valid"),
                    arguments.at()));
  }

  private static Optional<ConstraintDraft> foreignKey(Arguments arguments) {
    Optional<List<Value>> columns = arguments.value(0, "columns").flatMap(Constants::items);
    Optional<List<Value>> targets = arguments.value(1, "refcolumns").flatMap(Constants::items);
    if (columns.isEmpty() || targets.isEmpty()) {
      arguments.report("columns", arguments.value(0, "columns").orElse(Value.NONE));
      return Optional.empty();
    }
    return Optional.of(
        foreignKey(
            arguments, StatedName.of(arguments.value(2, "name")), columns.get(), targets.get()));
  }

  private static Optional<ConstraintDraft> columnForeignKey(Arguments arguments) {
    return arguments
        .value(0, "column")
        .map(
            target ->
                foreignKey(
                    arguments, StatedName.of(arguments.value("name")), List.of(), List.of(target)));
  }

  private static ConstraintDraft.ForeignKey foreignKey(
      Arguments arguments, StatedName name, List<Value> columns, List<Value> targets) {
    return new ConstraintDraft.ForeignKey(
        name,
        columns,
        targets,
        action(arguments, "ondelete"),
        action(arguments, "onupdate"),
        arguments.text("match").map(it -> it.toUpperCase(Locale.ROOT)),
        deferral(arguments),
        !arguments.isTrue("postgresql_not_valid"),
        arguments.isTrue("link_to_name"),
        arguments.at());
  }

  /** Reads {@code ondelete} or {@code onupdate}. */
  public static ReferentialAction action(Arguments arguments, String name) {
    Optional<String> text = arguments.text(name);
    if (text.isEmpty()) {
      return ReferentialAction.NO_ACTION;
    }
    String words = text.get().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    for (ReferentialAction action : ReferentialAction.values()) {
      if (action.sql().equals(words)) {
        return action;
      }
    }
    arguments.report(name, new Value.Str(text.get()));
    return ReferentialAction.NO_ACTION;
  }

  /** Reads {@code deferrable} and {@code initially}. */
  public static Deferral deferral(Arguments arguments) {
    boolean deferrable = arguments.isTrue("deferrable");
    boolean initially =
        arguments.text("initially").filter(it -> it.equalsIgnoreCase("DEFERRED")).isPresent();
    if (initially) {
      return Deferral.INITIALLY_DEFERRED;
    }
    return deferrable ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
  }

  private static Optional<ConstraintDraft> exclude(Arguments arguments) {
    List<ConstraintDraft.Exclude.Element> elements = new ArrayList<>();
    for (Value pair : arguments.positional()) {
      Optional<List<Value>> items = Constants.items(pair).filter(it -> it.size() == 2);
      Optional<String> operator = items.flatMap(it -> Constants.text(it.get(1)));
      if (items.isEmpty() || operator.isEmpty()) {
        arguments.report("elements", pair);
        return Optional.empty();
      }
      elements.add(new ConstraintDraft.Exclude.Element(items.get().getFirst(), operator.get()));
    }
    Map<String, String> classes = new LinkedHashMap<>();
    if (arguments.value("ops").orElse(Value.NONE) instanceof Value.DictOf(var entries)) {
      entries.forEach(
          (key, value) ->
              Constants.text(key)
                  .ifPresent(it -> Constants.text(value).ifPresent(text -> classes.put(it, text))));
    }
    return Optional.of(
        new ConstraintDraft.Exclude(
            StatedName.of(arguments.value("name")),
            arguments.text("using").orElse("gist"),
            elements,
            classes,
            arguments.value("where"),
            deferral(arguments),
            arguments.at()));
  }
}
