package limbeck.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import limbeck.dialect.Dialects;
import limbeck.diff.DiffOptions;
import limbeck.diff.SchemaDiff;
import limbeck.operation.Apply;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.read.ReadScript;
import limbeck.revision.History;
import limbeck.revision.Revision;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Reviews the blocks of a page: the body of an upgrade, a whole script, or a whole history. */
final class PageReview {
  static final String MARKER = "  # finding: ";
  static final String HEAD =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "b"
      down_revision = "a"


      def upgrade():
      """;

  /** The day on which the pages are read. */
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

  private static final String FILE = "# file: ";

  private final Rule rule;
  private final DialectName database;
  private Schema before = Schema.EMPTY;
  private Optional<Schema> models = Optional.empty();
  private Optional<MappedModels> running = Optional.empty();
  private Map<String, SourceFile> base = new LinkedHashMap<>();
  private Ledger ledger = Ledger.EMPTY;

  PageReview(Rule rule) {
    this.rule = rule;
    this.database =
        rule.spec().databases().contains(DialectName.POSTGRESQL)
            ? DialectName.POSTGRESQL
            : rule.spec().databases().stream().sorted().findFirst().orElseThrow();
  }

  void before(String code) {
    before = after(code, Schema.EMPTY);
  }

  Schema before() {
    return before;
  }

  void models(String code) {
    models = Optional.of(after(code, Schema.EMPTY));
  }

  /** The models of the release that is running, mapped by classes named like their tables. */
  void running(String code) {
    Schema schema = after(code, Schema.EMPTY);
    TreeMap<TableName, String> classes = new TreeMap<>();
    schema.tables().keySet().forEach(it -> classes.put(it, "app.models." + it));
    running = Optional.of(new MappedModels(schema, classes));
  }

  private List<String> uncovered(Revision revision) {
    if (models.isEmpty() || rule.spec().category() != Category.HISTORY) {
      return List.of();
    }
    Schema after = Apply.after(revision.upgrade().stream().map(Step::operation).toList(), before);
    return SchemaDiff.between(
            after,
            models.get(),
            DiffOptions.of(Dialects.of(database)::normalize, DefaultNames.postgresql()))
        .operations()
        .stream()
        .map(Describe::describe)
        .toList();
  }

  void base(String code) {
    base = files(code);
  }

  /** What was recorded of scripts, without the branch they come from. */
  void ledger(String code) {
    base = Map.of();
    ledger =
        new Ledger(
            headers(files(code)).stream()
                .map(
                    it ->
                        new Ledger.Entry(
                            it.id(), it.parents(), Ledger.digest(it), it.file().at(new Span(0, 0))))
                .toList());
  }

  /** The rules that look: the usual ones that fit the kind of block, and the page's own. */
  private List<Rule> rules(String kind) {
    return Rules.ALL.stream()
        .filter(
            it ->
                it.equals(rule)
                    || (it.spec().onByDefault()
                        && (kind.equals("script") || it.spec().category() != Category.REVERSIBILITY)
                        && it.spec().category() != Category.HISTORY))
        .toList();
  }

  /** Returns the findings of a block, each with its line, and the severity if its mark has one. */
  List<String> findings(String kind, String code) {
    List<String> marks = marked(code);
    return found(kind, plain(code)).stream()
        .map(
            it -> {
              String name = it.line() + " " + it.id();
              return marks.stream().anyMatch(mark -> mark.startsWith(name + " "))
                  ? name + " " + it.finding().severity().name().toLowerCase(Locale.ROOT)
                  : name;
            })
        .toList();
  }

  /** A finding in a block. */
  record InBlock(int line, String id, Finding finding) {}

  List<InBlock> found(String kind, String code) {
    if (kind.equals("history")) {
      return history(code);
    }
    boolean whole = kind.equals("script");
    String source = whole ? code : script(code);
    int first = whole ? 0 : HEAD.lines().toList().size();
    return review(kind, source).stream()
        .map(it -> new InBlock(it.at().line() - first, it.rule().id().text(), it))
        .toList();
  }

  List<Finding> review(String kind, String source) {
    Revision revision = ReadScript.script(source, database, before);
    Reviewer reviewer = new Reviewer(rules(kind), ReviewSettings.of(database));
    Reviewer.Report report =
        reviewer.run(
            List.of(
                new Reviewer.Request(
                    revision,
                    before,
                    true,
                    new Surroundings(
                        models,
                        Set.of("app"),
                        false,
                        Optional.of(PageWriter.of(database)),
                        running,
                        uncovered(revision)))));
    return new Suppressions(TODAY)
        .apply(report.findings(), List.of(revision.header().file()))
        .findings();
  }

  private List<InBlock> history(String code) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    List<Location> creators = new ArrayList<>();
    files(code)
        .forEach(
            (name, file) -> {
              if (file.text().contains("revision =")) {
                files.put(name, file);
              } else {
                creators.addAll(CreateAllCalls.in(file));
              }
            });
    List<RevisionHeader> headers = headers(files);
    RevisionGraph graph = RevisionGraph.of(headers);
    History history =
        new History(graph, (header, schema) -> ReadScript.script(header.file(), database, schema));
    List<Reviewer.Request> requests = new ArrayList<>();
    Set<RevisionId> ids = new LinkedHashSet<>();
    List<RevisionId> known = headers(base).stream().map(RevisionHeader::id).toList();
    for (RevisionId id : graph.oldestFirst()) {
      if (!known.contains(id)) {
        History.Folded folded = history.folded(id);
        requests.add(
            new Reviewer.Request(folded.revision(), folded.before(), true, Surroundings.NONE));
        ids.add(id);
      }
    }
    Reviewer reviewer = new Reviewer(List.of(rule), ReviewSettings.of(database));
    Reviewer.Report report = reviewer.run(requests);
    List<Finding> findings = new ArrayList<>(report.findings());
    TreeMap<String, RevisionHeader> baseHeaders = new TreeMap<>();
    headers(base).forEach(it -> baseHeaders.put(it.id().text(), it));
    findings.addAll(
        reviewer.history(
            new HistoryFacts(
                graph,
                ids,
                base.isEmpty() ? Optional.empty() : Optional.of(baseHeaders),
                ledger,
                report.facts(),
                creators)));
    List<String> lines = code.lines().toList();
    return findings.stream()
        .map(
            it -> {
              int start = lines.indexOf(FILE + it.at().file().path());
              return new InBlock(start + 1 + it.at().line(), it.rule().id().text(), it);
            })
        .distinct()
        .toList();
  }

  private List<RevisionHeader> headers(Map<String, SourceFile> files) {
    return files.values().stream()
        .map(it -> ReadScript.script(it, database, Schema.EMPTY).header())
        .toList();
  }

  private static Map<String, SourceFile> files(String code) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (String line : plain(code).lines().toList()) {
      if (line.startsWith(FILE)) {
        text = new StringBuilder();
        texts.put(line.substring(FILE.length()).strip(), text);
      } else {
        text.append(line).append('\n');
      }
    }
    Map<String, SourceFile> result = new LinkedHashMap<>();
    texts.forEach((file, all) -> result.put(file, new SourceFile(file, all.toString())));
    return result;
  }

  static List<String> marked(String code) {
    List<String> result = new ArrayList<>();
    List<String> lines = code.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int marker = lines.get(i).indexOf(MARKER);
      if (marker >= 0) {
        for (String id :
            lines.get(i).substring(marker + MARKER.length()).strip().split(",\\s*", -1)) {
          result.add((i + 1) + " " + id);
        }
      }
    }
    return result;
  }

  Schema after(String code, Schema start) {
    return afterScript(script(plain(code)), start);
  }

  Schema afterScript(String source, Schema start) {
    Revision revision = ReadScript.script(source, database, start);
    return Apply.after(revision.upgrade().stream().map(Step::operation).toList(), start);
  }

  static String plain(String code) {
    return code.lines()
        .map(it -> it.contains(MARKER) ? it.substring(0, it.indexOf(MARKER)) : it)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static String script(String code) {
    return HEAD
        + code.lines()
            .map(it -> it.isBlank() ? "" : "    " + it)
            .collect(Collectors.joining("\n", "", "\n"));
  }
}
