package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every case of {@link GenerateCasesTest} on another database than PostgreSQL, those too that a
 * check leaves out for time.
 *
 * <p>A case that fails there says so in {@code not-on-DATABASE}: the first line is part of what is
 * said when it fails, the rest tells why. One that needs no migration there, though it needs one
 * elsewhere, says why in {@code nothing-to-do-DATABASE}; {@code create_all} must then make the same
 * of both models. What is written is compared where the case has {@code expected-DATABASE.py}, and
 * judged always.
 */
final class EveryCaseElsewhere {
  private final String database;
  private final Supplier<ScratchProject> projects;
  private final BiFunction<CaseFolder, ScratchProject, OtherJudgement> judges;
  private final Map<String, String> results = new ConcurrentHashMap<>();

  EveryCaseElsewhere(
      String database,
      Supplier<ScratchProject> projects,
      BiFunction<CaseFolder, ScratchProject, OtherJudgement> judges) {
    this.database = database;
    this.projects = projects;
    this.judges = judges;
  }

  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", this::check);
  }

  void printCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    results.values().forEach(it -> counts.merge(it, 1, Integer::sum));
    System.out.println("Of " + results.size() + " cases on " + database + ": " + counts);
  }

  private void check(CaseFolder folder) {
    List<String> reason =
        folder.readIfPresent("not-on-" + database).map(it -> it.lines().toList()).orElse(List.of());
    if (reason.isEmpty()) {
      results.put(folder.name(), "failed");
      results.put(folder.name(), judge(folder));
    } else {
      assertThat(reason).as("what is said, and why").hasSizeGreaterThan(1);
      assertThatThrownBy(() -> judge(folder)).hasMessageContaining(reason.getFirst());
      results.put(folder.name(), "cannot be there");
    }
  }

  private String judge(CaseFolder folder) {
    try (ScratchProject project = projects.get()) {
      List<Path> added = GenerateCasesTest.write(folder, project);
      if (added.isEmpty()) {
        if (folder.readIfPresent("nothing-to-do").isEmpty()) {
          judges.apply(folder, project).unchanged();
          assertThat(folder.readIfPresent("nothing-to-do-" + database))
              .as("a case that needs no migration says so")
              .isPresent();
        }
        return "need no migration";
      }
      if (Files.exists(folder.file("expected-" + database + ".py"))) {
        folder.expect("expected-" + database + ".py", project.read(added.getFirst()));
      }
      ScratchProject.Result check = project.run("check");
      assertThat(check.code()).as("%s", check).isZero();
      judges.apply(folder, project).run();
      return "pass";
    }
  }
}
