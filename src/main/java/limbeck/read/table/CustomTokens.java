package limbeck.read.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.text.Location;

/**
 * Tokens of a naming convention that functions of the project compute. SQLAlchemy calls them with
 * the constraint and its table; here both are objects that know what {@link ConventionFacts} hold.
 */
final class CustomTokens {
  private final PythonProgram program;

  CustomTokens(PythonProgram program) {
    this.program = program;
  }

  /** Returns the text a function gives; empty when it cannot be told. */
  Optional<String> compute(Value function, StatedName stated, ConventionFacts facts, Location at) {
    Stage stage = new Stage(stated, facts, at);
    Value result =
        program.call(function, List.of(stage.constraint, stage.table), Map.of(), at, stage);
    return Constants.text(result);
  }

  /** Answers for the objects that the function is given. */
  private static final class Stage implements Host {
    private final Map<Value, Map<String, Value>> members = new LinkedHashMap<>();
    private final Map<Value, List<Value>> items = new LinkedHashMap<>();
    private final Location at;
    private final Value table;
    private final Value constraint;

    Stage(StatedName stated, ConventionFacts facts, Location at) {
      this.at = at;
      this.table = object("table");
      this.constraint = object("constraint");
      Map<String, Value> ofTable = members(table);
      ofTable.put("name", new Value.Str(facts.table().name()));
      ofTable.put("schema", text(facts.table().schema()));
      Map<String, Value> ofConstraint = members(constraint);
      ofConstraint.put("table", table);
      if (stated instanceof StatedName.Given(String name)) {
        ofConstraint.put("name", new Value.Str(name));
      } else if (stated instanceof StatedName.Absent) {
        ofConstraint.put("name", Value.NONE);
      }
      List<Value> columns = new ArrayList<>();
      for (ConventionFacts.NamedColumn column : facts.columns()) {
        Value made = object("column " + column.key());
        members(made).put("name", new Value.Str(column.name()));
        members(made).put("key", new Value.Str(column.key()));
        members(made).put("table", table);
        columns.add(made);
      }
      Value collection = object("columns");
      items.put(collection, columns);
      ofConstraint.put("columns", collection);
      ofConstraint.put("column_keys", keys(facts));
      if (facts.referred().isPresent()) {
        elements(facts, columns, ofConstraint);
      }
    }

    private void elements(
        ConventionFacts facts, List<Value> columns, Map<String, Value> ofConstraint) {
      Value referred = object("referred table");
      members(referred).put("name", new Value.Str(facts.referred().orElseThrow().name()));
      members(referred).put("schema", text(facts.referred().orElseThrow().schema()));
      ofConstraint.put("referred_table", referred);
      List<Value> elements = new ArrayList<>();
      for (int i = 0; i < facts.referredColumns().size(); i++) {
        String name = facts.referredColumns().get(i);
        Value target = object("referred column " + name);
        members(target).put("name", new Value.Str(name));
        members(target).put("table", referred);
        Value element = object("element " + i);
        members(element).put("column", target);
        members(element)
            .put(
                "target_fullname",
                new Value.Str(facts.referred().orElseThrow().toString() + "." + name));
        if (i < columns.size()) {
          members(element).put("parent", columns.get(i));
        }
        elements.add(element);
      }
      ofConstraint.put("elements", new Value.ListOf(elements));
    }

    private static Value keys(ConventionFacts facts) {
      return new Value.ListOf(
          facts.columns().stream().<Value>map(it -> new Value.Str(it.key())).toList());
    }

    private static Value text(Optional<String> text) {
      return text.<Value>map(Value.Str::new).orElse(Value.NONE);
    }

    private Value object(String name) {
      return new Value.Call(
          new Value.Symbol("sqlalchemy.naming"), List.of(new Value.Str(name)), Map.of(), at);
    }

    private Map<String, Value> members(Value of) {
      return members.computeIfAbsent(of, _ -> new LinkedHashMap<>());
    }

    @Override
    public Optional<Value> attribute(Value.Attribute attribute) {
      return Optional.ofNullable(members.get(attribute.of()))
          .flatMap(it -> Optional.ofNullable(it.get(attribute.name())));
    }

    @Override
    public Optional<List<Value>> items(Value value) {
      return Optional.ofNullable(items.get(value));
    }

    @Override
    public Optional<Value> call(Value.Call call) {
      if (call.callee() instanceof Value.Attribute(Value of, String method)
          && items.containsKey(of)) {
        return switch (method) {
          case "values" -> Optional.of(new Value.ListOf(items.getOrDefault(of, List.of())));
          case "keys" -> Optional.ofNullable(members(constraint).get("column_keys"));
          default -> Optional.empty();
        };
      }
      return Optional.empty();
    }
  }
}
