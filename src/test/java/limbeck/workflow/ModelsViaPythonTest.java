package limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.report.SchemaJson;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the project's own interpreter says of its models is what reading them says. */
@Tag("oracle")
class ModelsViaPythonTest {
  private static final Set<String> CASES =
      Set.of(
          "comments",
          "constraints-options",
          "convention-tokens",
          "declarative-joined-inheritance",
          "declarative-mixins",
          "enum-variants",
          "exclude-constraint",
          "flask-table-names",
          "identity",
          "imperative-mapping",
          "index-postgresql",
          "metadata-schema",
          "sequence-options",
          "server-defaults",
          "several-metadata",
          "sqlmodel-link-table",
          "types-decorators");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> interpreterAndReaderAgree() {
    boolean chosen = !System.getProperty("limbeck.case", "").isEmpty();
    return CaseFolder.in("read").stream()
        .filter(it -> chosen || CASES.contains(it.name()))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> agree(it)));
  }

  private static void agree(CaseFolder each) {
    assertThat(json(each.file("."), true)).isEqualTo(json(each.file("."), false));
  }

  private static String json(Path project, boolean viaPython) {
    SchemaOf.Result result =
        SchemaOf.run(request(project, viaPython), new SchemaOf.Source.OfModels());
    return SchemaJson.write(result.schema(), result.dialect(), List.of());
  }

  private static ProjectRequest request(Path project, boolean viaPython) {
    return request(project, viaPython, Path.of(System.getProperty("limbeck.python")));
  }

  private static ProjectRequest request(Path project, boolean viaPython, Path interpreter) {
    return new ProjectRequest(
        project,
        Optional.empty(),
        Optional.empty(),
        Optional.of("postgresql"),
        new ProjectRequest.ModelSource(
            List.of("models"),
            Optional.of(interpreter.toAbsolutePath()),
            Optional.empty(),
            List.of(),
            viaPython),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void interpreterThatIsMissing() throws IOException {
    Files.writeString(folder.resolve("models.py"), "");
    assertThatThrownBy(
            () ->
                SchemaOf.run(
                    request(folder, true, folder.resolve("none/bin/python")),
                    new SchemaOf.Source.OfModels()))
        .isInstanceOfSatisfying(
            ToolFailure.class, it -> assertThat(it.help()).contains(".venv/bin/python"));
  }

  @Test
  void importThatFails() throws IOException {
    Files.writeString(folder.resolve("models.py"), "import nothing_of_that_name\n");
    assertThatThrownBy(() -> SchemaOf.run(request(folder, true), new SchemaOf.Source.OfModels()))
        .isInstanceOfSatisfying(
            ToolFailure.class,
            it ->
                assertThat(it.what())
                    .contains("cannot import models")
                    .contains("No module named 'nothing_of_that_name'"));
  }

  @Test
  void moduleWithoutTables() throws IOException {
    Files.writeString(folder.resolve("models.py"), "import sqlalchemy\n");
    SchemaOf.Result result = SchemaOf.run(request(folder, true), new SchemaOf.Source.OfModels());
    assertThat(result.schema().tables()).isEmpty();
  }
}
