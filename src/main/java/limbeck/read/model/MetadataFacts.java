package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Arguments;
import limbeck.read.value.LibraryNames;

/** What is stated about each MetaData: at its constructor, or assigned to it afterwards. */
final class MetadataFacts {
  private final Map<Metadata, TableDraft.Owner> owners = new LinkedHashMap<>();
  private final Map<Metadata, Metadata> replaced = new LinkedHashMap<>();
  private final Map<Metadata, List<Change>> changes = new LinkedHashMap<>();
  private final MetadataFinder finder;
  private final ProblemLog problems;

  /** What was stated until a naming convention was assigned, and when that was. */
  private record Change(int classes, int calls, TableDraft.Owner before) {}

  MetadataFacts(MetadataFinder finder, ProblemLog problems) {
    this.finder = finder;
    this.problems = problems;
  }

  /** Takes the assignments seen while the models were evaluated into account. */
  void learn(ModelRecorder recorder) {
    for (ModelRecorder.Assignment assignment : recorder.assignments()) {
      if (assignment.target() instanceof Value.Attribute(Value owner, String name)) {
        learn(owner, name, assignment);
      }
    }
  }

  private void learn(Value owner, String name, ModelRecorder.Assignment assignment) {
    Value value = assignment.value();
    switch (name) {
      case "naming_convention" ->
          finder
              .of(owner)
              .ifPresent(
                  it -> {
                    TableDraft.Owner before = owner(it);
                    changes
                        .computeIfAbsent(current(it), _ -> new ArrayList<>())
                        .add(new Change(assignment.classes(), assignment.calls(), before));
                    NamingConvention convention =
                        NamingConvention.read(value, problems, assignment.at());
                    owners.put(current(it), new TableDraft.Owner(before.schema(), convention));
                  });
      case "schema" ->
          finder
              .of(owner)
              .ifPresent(
                  it ->
                      owners.put(
                          it,
                          new TableDraft.Owner(
                              limbeck.read.value.Constants.text(value), owner(it).convention())));
      case "metadata" -> {
        Optional<Metadata> before = finder.ofOwner(owner);
        Optional<Metadata> after = finder.of(value);
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
          replaced.put(before.get(), after.get());
        }
      }
      default -> {}
    }
  }

  /** Returns the MetaData that stands in the place of one that was replaced by assignment. */
  Metadata current(Metadata metadata) {
    return replaced.getOrDefault(metadata, metadata);
  }

  /** Returns what was stated about a MetaData when there were so many classes. */
  TableDraft.Owner ownerForClass(Metadata metadata, int classes) {
    return before(metadata, it -> classes < it.classes());
  }

  /** Returns what was stated about a MetaData when so many calls had been seen. */
  TableDraft.Owner ownerForCall(Metadata metadata, int calls) {
    return before(metadata, it -> calls < it.calls());
  }

  /** Names are given when a table is made; what is stated about the schema holds for all. */
  private TableDraft.Owner before(Metadata metadata, Predicate<Change> made) {
    TableDraft.Owner last = owner(metadata);
    return changes.getOrDefault(current(metadata), List.of()).stream()
        .filter(made)
        .findFirst()
        .map(it -> new TableDraft.Owner(last.schema(), it.before().convention()))
        .orElse(last);
  }

  /** Returns what is stated about a MetaData. */
  TableDraft.Owner owner(Metadata metadata) {
    return owners.computeIfAbsent(current(metadata), this::read);
  }

  private TableDraft.Owner read(Metadata metadata) {
    if (metadata instanceof Metadata.MadeBy(Value.Call call)) {
      Optional<Value.Call> made = metadataCall(call);
      if (made.isPresent()) {
        Arguments arguments = Arguments.of(made.get(), problems, "MetaData");
        NamingConvention convention =
            arguments
                .value("naming_convention")
                .map(it -> NamingConvention.read(it, problems, made.get().at()))
                .orElse(NamingConvention.DEFAULT);
        return new TableDraft.Owner(arguments.text("schema"), convention);
      }
    }
    return TableDraft.Owner.PLAIN;
  }

  private static Optional<Value.Call> metadataCall(Value.Call call) {
    return LibraryNames.isCall(call, "sqlalchemy.MetaData") ? Optional.of(call) : Optional.empty();
  }
}
