package limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random graphs, judged by Alembic's own revision map. */
@Tag("oracle")
class RevisionGraphOracleTest {
  private static final int GRAPHS = 400;

  /** A graph and what is asked about it. */
  private record Case(List<RevisionHeader> headers, List<List<Object>> questions) {}

  @Test
  void answersAreAlembics() throws Exception {
    Random random = new Random(20);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      cases.add(randomCase(random));
    }
    List<List<Object>> answers = judge(cases);
    Map<String, Integer> counted = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      RevisionGraph graph = RevisionGraph.of(cases.get(i).headers());
      for (int j = 0; j < cases.get(i).questions().size(); j++) {
        List<Object> question = cases.get(i).questions().get(j);
        String expected = shown(answers.get(i).get(j));
        String actual = shown(ours(graph, question));
        String kind = String.valueOf(question.getFirst());
        if (expected.startsWith("crash")) {
          counted.merge(kind + " where Alembic crashes", 1, Integer::sum);
        } else {
          counted.merge(kind, 1, Integer::sum);
          if (!expected.equals(actual)) {
            differences.add(
                question
                    + " expected "
                    + answers.get(i).get(j)
                    + " got "
                    + ours(graph, question)
                    + " in "
                    + shape(cases.get(i).headers()));
          }
        }
      }
    }
    System.out.println("revision graphs judged by Alembic, questions asked: " + counted);
    assertThat(differences).isEmpty();
  }

  private static String shape(List<RevisionHeader> headers) {
    StringBuilder text = new StringBuilder();
    headers.forEach(
        it ->
            text.append(it.id())
                .append(it.parents())
                .append(it.dependsOn())
                .append(it.branchLabels())
                .append(' '));
    return text.toString();
  }

  private static String shown(Object answer) {
    String text = String.valueOf(answer);
    return text.startsWith("error") ? "error" : text;
  }

  private static Object ours(RevisionGraph graph, List<Object> question) {
    String kind = String.valueOf(question.getFirst());
    return switch (kind) {
      case "heads" -> graph.heads();
      case "effective" -> graph.effectiveHeads();
      case "bases" -> graph.bases();
      case "resolve" -> answer(graph.resolve(text(question, 1)));
      case "upgrade" -> answer(graph.upgrade(text(question, 1), rows(question)));
      case "downgrade" -> answer(graph.downgrade(text(question, 1), rows(question)));
      case "range" -> answer(graph.range(text(question, 1), text(question, 2)));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String text(List<Object> question, int index) {
    return String.valueOf(question.get(index));
  }

  private static List<RevisionId> rows(List<Object> question) {
    return ((List<?>) question.get(2))
        .stream().map(it -> new RevisionId(String.valueOf(it))).toList();
  }

  private static Object answer(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found(List<RevisionId> ids) -> ids;
      case Resolution.Failed(GraphProblem problem) -> "error: " + problem.message();
    };
  }

  private static Case randomCase(Random random) {
    int size = 1 + random.nextInt(12);
    List<RevisionHeader> headers = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String id = name(random) + i;
      List<String> parents = new ArrayList<>();
      if (i > 0 && random.nextInt(8) > 0) {
        parents.add(ids.get(random.nextBoolean() ? i - 1 : random.nextInt(i)));
        String second = ids.get(random.nextInt(i));
        if (random.nextInt(5) == 0 && !parents.contains(second)) {
          parents.add(second);
        }
      }
      List<String> depends = new ArrayList<>();
      if (i > 1 && random.nextInt(6) == 0) {
        String other = ids.get(random.nextInt(i));
        if (!parents.contains(other)) {
          depends.add(other);
        }
      }
      String label = random.nextInt(6) == 0 ? "lab" + i : "";
      if (!label.isEmpty()) {
        labels.add(label);
      }
      headers.add(Headers.of(id, String.join(" ", parents), String.join(" ", depends), label));
      ids.add(id);
    }
    java.util.Collections.shuffle(headers, random);
    return new Case(headers, questions(random, headers, ids, labels));
  }

  private static String name(Random random) {
    return "" + (char) ('a' + random.nextInt(3)) + (char) ('a' + random.nextInt(3)) + "xy";
  }

  private static List<List<Object>> questions(
      Random random, List<RevisionHeader> headers, List<String> ids, List<String> labels) {
    List<List<Object>> questions = new ArrayList<>();
    questions.add(List.of("heads"));
    questions.add(List.of("effective"));
    questions.add(List.of("bases"));
    questions.add(List.of("range", "base", "heads"));
    List<String> absolute = new ArrayList<>(List.of("head", "heads", "base", "zzzz", "a", "ab"));
    absolute.addAll(labels);
    labels.forEach(it -> absolute.addAll(List.of(it + "@head", it + "@heads", it + "@base")));
    ids.forEach(it -> absolute.addAll(List.of(it, it.substring(0, 2), it + "@head")));
    labels.forEach(it -> absolute.add(it + "@" + pick(random, ids)));
    absolute.forEach(it -> questions.add(List.of("resolve", it)));
    RevisionGraph graph = RevisionGraph.of(headers);
    for (int i = 0; i < 12; i++) {
      List<String> rows = rowsAt(random, graph, ids);
      String up =
          random.nextInt(3) == 0 ? relative(random, ids, labels, "+") : pick(random, absolute);
      String down =
          random.nextInt(3) == 0 ? relative(random, ids, labels, "-") : pick(random, absolute);
      questions.add(List.of("upgrade", up, rows));
      questions.add(List.of("downgrade", down, rows));
      questions.add(List.of("range", pick(random, ids), pick(random, ids)));
    }
    return questions;
  }

  /** Returns rows that the version table can hold: what is left of a run to some revision. */
  private static List<String> rowsAt(Random random, RevisionGraph graph, List<String> ids) {
    List<RevisionId> run = new ArrayList<>();
    int targets = random.nextInt(3);
    for (int i = 0; i < targets; i++) {
      for (RevisionId id : graph.lineage(new RevisionId(pick(random, ids)))) {
        if (!run.contains(id)) {
          run.add(id);
        }
      }
    }
    return run.stream()
        .filter(it -> graph.dependents(it).stream().noneMatch(run::contains))
        .map(RevisionId::text)
        .toList();
  }

  private static String relative(
      Random random, List<String> ids, List<String> labels, String sign) {
    String steps = sign + (1 + random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> pick(random, ids) + steps;
      case 1 -> labels.isEmpty() ? steps : pick(random, labels) + "@" + steps;
      case 2 -> "head" + steps;
      default -> steps;
    };
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  @SuppressWarnings("unchecked") // The judge's answer is a list of lists, as its script says.
  private static List<List<Object>> judge(List<Case> cases)
      throws IOException, InterruptedException {
    List<Object> request = new ArrayList<>();
    for (Case it : cases) {
      List<Object> nodes = new ArrayList<>();
      for (RevisionHeader header : it.headers()) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", header.id().text());
        node.put("down", header.parents().stream().map(RevisionId::text).toList());
        node.put("depends", header.dependsOn());
        node.put("labels", header.branchLabels());
        nodes.add(node);
      }
      request.add(Map.of("nodes", nodes, "questions", it.questions()));
    }
    Process process =
        new ProcessBuilder(
                System.getProperty("limbeck.python"), "src/test/python/revision_graph.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(JSON.std.asString(request).getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return (List<List<Object>>) (List<?>) JSON.std.listFrom(answer);
  }
}
