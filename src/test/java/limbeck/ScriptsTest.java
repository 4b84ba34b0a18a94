package limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts {@code limbeck} and {@code dev}, run by bash in a copy of the checkout's shape. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for bash")
class ScriptsTest {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  @TempDir Path temporary;
  private Path home = Path.of("");

  /** What a run left: its exit code and both streams. */
  private record Outcome(int exit, String out, String err) {}

  /** Prints what it was given; stands for the program in a jar. */
  static final class Echo {
    private Echo() {}

    /** Prints the arguments, and the home that the script names, one a line. */
    public static void main(String[] arguments) {
      List.of(arguments).forEach(System.out::println);
      System.out.println(System.getProperty("limbeck.home"));
    }
  }

  @BeforeEach
  void copyScripts() throws IOException {
    home = Files.createDirectories(temporary.resolve("a home"));
    Files.createDirectories(home.resolve("tools"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(home.resolve("src/main/java/A.java"), "");
    for (String file :
        List.of("limbeck", "dev", "tools/java.sh", "tools/build.sh", "tools/ModernClasses.java")) {
      Files.copy(CHECKOUT.resolve(file), home.resolve(file));
    }
    Files.createDirectories(home.resolve("src/test/java"));
    for (String file :
        List.of("pom.xml", "tools/python.sh", "tools/mariadb.sh", "tools/tests.sh")) {
      Files.copy(CHECKOUT.resolve(file), home.resolve(file));
    }
  }

  @Test
  void runsTheBuiltProgramWithItsArgumentsAsTheyAre() throws Exception {
    makeFreshBuild();

    Outcome outcome = run(home.resolve("limbeck"), "generate", "-m", "two words", "");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(0, "generate\n-m\ntwo words\n\n" + home.resolve("target") + "\n", ""));
  }

  @Test
  void runsThroughALinkFromAnywhere() throws Exception {
    makeFreshBuild();
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("a home/limbeck"));

    assertThat(run(link, "x").out()).startsWith("x\n");
  }

  @Test
  void ignoresAClassCacheThatDoesNotFit() throws Exception {
    makeFreshBuild();
    Files.writeString(home.resolve("target/limbeck.aot"), "not a cache");

    assertThat(run(home.resolve("limbeck"), "x").exit()).isZero();
  }

  @Test
  void buildsWhenASourceIsNewer() throws Exception {
    makeFreshBuild();
    Files.setLastModifiedTime(
        home.resolve("src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(run(home.resolve("limbeck")).err()).contains("Maven (mvn) is not on PATH");
  }

  @Test
  void buildsWhenASourceIsGone() throws Exception {
    makeFreshBuild();
    FileTime past = FileTime.from(Instant.now().minusSeconds(600));
    Files.setLastModifiedTime(home.resolve("target/build.stamp"), past);
    Files.setLastModifiedTime(home.resolve("pom.xml"), past);
    Files.delete(home.resolve("src/main/java/A.java"));

    assertThat(run(home.resolve("limbeck")).err()).contains("Maven (mvn) is not on PATH");
  }

  @Test
  void preparesAJarThatSomethingElseBuilt() throws Exception {
    makeFreshBuild();
    Files.delete(home.resolve("target/training.stamp"));

    Outcome first = run(home.resolve("limbeck"), "x");
    Outcome second = run(home.resolve("limbeck"), "x");

    assertThat(first.out()).startsWith("x\n");
    assertThat(first.err()).contains("preparing quick starts").doesNotContain("building");
    assertThat(home.resolve("target/limbeck.aot")).exists();
    assertThat(second).isEqualTo(new Outcome(0, first.out(), ""));
  }

  @Test
  void namesAMissingJdkAndTheRemedy() throws Exception {
    Path script = home.resolve("tools/java.sh");
    Files.writeString(
        script, Files.readString(script).replace("JDK_WANTED=25", "JDK_WANTED=25000"));

    Outcome outcome = run(home.resolve("limbeck"));

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("no JDK 25000 or newer");
    assertThat(outcome.err()).contains("set JAVA_HOME");
  }

  @Test
  void takesTheFirstJdkThatIsNewEnough() throws Exception {
    Path old = fakeJdk("old", "JAVA_VERSION=\"21.0.4\"");
    Path runtime = fakeJdk("runtime", "JAVA_VERSION=\"25\"");
    Files.delete(runtime.resolve("bin/javac"));
    Path fits = fakeJdk("fits", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"26-ea\"");
    String finds =
        ". tools/java.sh; for d in \"$@\"; do jdk_fits \"$d\" && echo \"$d $JDK_MAJOR\"; done";

    Outcome outcome =
        run(
            List.of("bash", "-c", finds, "x", old.toString(), runtime.toString(), fits.toString()),
            Map.of());

    assertThat(outcome.out()).isEqualTo(fits + " 26\n");
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    Path bin = onlyUsualTools();
    write(bin.resolve("mvn"), "#!/bin/sh\necho '[ERROR] A.java:[3,4] no such thing'\nexit 1\n");

    Outcome outcome = run(home.resolve("limbeck"));

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("building", "A.java:[3,4] no such thing", "target/build.log");
    assertThat(home.resolve("target/build.stamp")).doesNotExist();
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void devListsItsCommands() throws Exception {
    Outcome outcome = run(home.resolve("dev"));

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains("check ", "test NAME", "golden [CASE]", "new-rule", "new-case", "oracle")
        .contains("fuzz ", "mutants PACKAGE", "bench", "run ");
  }

  @Test
  void devSaysWhatIsWrongAndHowToMendIt() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("chek"),
            List.of("check", "twice"),
            List.of("test"),
            List.of("test", "NoSuchTest"),
            List.of("golden", "no-such-case"),
            List.of("fuzz"),
            List.of("mutants", "limbeck.nowhere"))) {
      List<String> command = new ArrayList<>(List.of(home.resolve("dev").toString()));
      command.addAll(wrong);

      Outcome outcome = run(command, Map.of());

      assertThat(outcome.exit()).as("%s", wrong).isEqualTo(2);
      assertThat(outcome.err().lines()).as("%s", wrong).hasSize(2);
    }
  }

  private void makeFreshBuild() throws IOException {
    Path target = Files.createDirectories(home.resolve("target"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(target.resolve("limbeck.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(Files.readAllBytes(CHECKOUT.resolve("target/test-classes").resolve(entry)));
    }
    for (String name : List.of("build.stamp", "training.stamp")) {
      Path stamp = Files.writeString(target.resolve(name), "");
      Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(30)));
    }
  }

  private Path fakeJdk(String name, String release) throws IOException {
    Path jdk = temporary.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    write(jdk.resolve("bin/java"), "#!/bin/sh\n");
    write(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(jdk.resolve("release"), release + "\n");
    return jdk;
  }

  private static void write(Path script, String text) throws IOException {
    Files.writeString(script, text);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  /** A PATH with what the scripts call, and without Maven and Java. */
  private Path onlyUsualTools() throws IOException {
    Path bin = temporary.resolve("bin");
    if (Files.exists(bin)) {
      return bin;
    }
    Files.createDirectories(bin);
    List<String> tools =
        List.of(
            "bash",
            "basename",
            "cat",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr",
            "uniq");
    for (String tool : tools) {
      for (String place : List.of("/bin", "/usr/bin")) {
        Path real = Path.of(place, tool);
        if (Files.isExecutable(real) && !Files.exists(bin.resolve(tool))) {
          write(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
      }
    }
    return bin;
  }

  private Outcome run(Path script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  private Outcome run(List<String> command, Map<String, String> more) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", onlyUsualTools().toString());
    builder.environment().put("HOME", temporary.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(more);
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
