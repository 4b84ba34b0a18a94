package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import limbeck.revision.History;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.schema.Schema;
import limbeck.text.Span;
import limbeck.workflow.cache.LookUps;
import limbeck.workflow.cache.SchemaCache;
import limbeck.workflow.cache.SchemaCache.Doubt;
import limbeck.workflow.cache.SchemaCache.Kept;
import limbeck.workflow.cache.SchemaCache.Link;
import limbeck.workflow.cache.SchemaCache.Remark;

/** What earlier runs folded of a history, taken in and kept up to date. */
final class KeptHistory {
  private final Scripts scripts;
  private final SchemaCache cache;
  private final LookUps lookUps;
  private final List<Link> chain;
  private final List<RevisionId> line;
  private final CompletableFuture<Optional<Kept>> work;
  private Optional<Kept> found = Optional.empty();
  private boolean isChecked;

  /** Looks for what is kept of the way to all heads, on another core. */
  KeptHistory(Scripts scripts, SchemaCache cache, LookUps lookUps) {
    this.scripts = scripts;
    this.cache = cache;
    this.lookUps = lookUps;
    this.line = scripts.graph().lineage(scripts.graph().effectiveHeads());
    this.chain = line.stream().map(scripts::link).toList();
    this.work = CompletableFuture.supplyAsync(() -> cache.find(chain));
  }

  private Optional<Kept> found() {
    if (!isChecked) {
      found = Beside.result(work).filter(it -> !it.chain().isEmpty() && it.holds(lookUps));
      isChecked = true;
    }
    return found;
  }

  /** Makes a history know what was kept. */
  void seed(History history) {
    found()
        .ifPresent(
            it -> {
              int length = it.chain().size();
              lookUps.remember(it.lookUps());
              Set<RevisionId> doubts = new HashSet<>();
              it.doubts().forEach(doubt -> doubts.add(new RevisionId(doubt.revision())));
              history.know(line.subList(0, length), it.schema(), doubts);
              doubts.remove(line.get(length - 1));
              history.know(line.subList(0, length - 1), it.before(), doubts);
            });
  }

  /** Returns what was wrong with the revisions that were not read again. */
  List<Problem> problems(History history) {
    Set<String> read = new HashSet<>();
    history.seen().forEach(it -> read.add(it.revision().id().text()));
    List<Problem> result = new ArrayList<>();
    for (Remark remark : found().map(Kept::remarks).orElse(List.of())) {
      if (!read.contains(remark.revision())) {
        RevisionHeader header = scripts.header(new RevisionId(remark.revision()));
        Span span = new Span(remark.start(), remark.end());
        result.add(Problem.warning(remark.message(), Optional.of(header.file().at(span))));
      }
    }
    return result;
  }

  /** Keeps what a history has been folded to, if it is more than before. */
  void save(History history) {
    if (line.isEmpty() || found().map(it -> it.chain().size() == line.size()).orElse(false)) {
      return;
    }
    Optional<Schema> after = history.peek(line);
    Optional<Schema> before = history.peek(line.subList(0, line.size() - 1));
    Optional<List<Remark>> remarks = remarks(history);
    if (after.isPresent() && before.isPresent() && remarks.isPresent()) {
      List<Doubt> doubts =
          history.vague(scripts.graph().effectiveHeads()).stream()
              .map(it -> new Doubt(it.text()))
              .toList();
      cache.save(
          new Kept(chain, lookUps.answers(), remarks.get(), doubts, after.get(), before.get()));
    }
  }

  /** A remark about another file than the revision's own cannot be kept. */
  private Optional<List<Remark>> remarks(History history) {
    Set<RevisionId> onLine = new HashSet<>(line);
    Set<String> seen = new HashSet<>();
    List<Remark> result = new ArrayList<>();
    for (History.Folded folded : history.seen()) {
      String id = folded.revision().id().text();
      if (!onLine.contains(folded.revision().id()) || !seen.add(id)) {
        continue;
      }
      for (Problem problem : HistoryProblems.of(folded)) {
        boolean own =
            problem.at().isPresent()
                && problem.at().get().file().equals(folded.revision().header().file());
        if (!own) {
          return Optional.empty();
        }
        Span span = problem.at().get().span();
        result.add(new Remark(id, problem.message(), span.start(), span.end()));
      }
    }
    found().map(Kept::remarks).orElse(List.of()).stream()
        .filter(it -> !seen.contains(it.revision()))
        .forEach(result::add);
    return Optional.of(result);
  }
}
