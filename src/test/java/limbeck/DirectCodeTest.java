package limbeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build writes out in the jar for a quick start does what javac's own code does: the same
 * class is asked the same, before and after.
 */
final class DirectCodeTest {
  @Test
  void doesWhatJavacLeavesToTheRunTime(@TempDir Path folder) throws Exception {
    Path plain = folder.resolve("plain.jar");
    pack(plain);
    Path direct = folder.resolve("direct.jar");
    Files.copy(plain, direct);
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "tools/DirectCode.java",
                direct.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), said);

    String expected = exercise(plain);
    assertTrue(expected.contains("square4") && expected.contains("few3"), expected);
    assertEquals(expected, exercise(direct));
    assertTrue(linkedAtRunTime(plain) > 0);
    assertEquals(0, linkedAtRunTime(direct));
  }

  private static void pack(Path jar) throws Exception {
    Path classes =
        Path.of(DirectCodeTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.list(classes.resolve("limbeck"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("DirectCodeSubject")) {
          out.putNextEntry(new ZipEntry("limbeck/" + file.getFileName()));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
  }

  private static String exercise(Path jar) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      var method = loader.loadClass("limbeck.DirectCodeSubject").getDeclaredMethod("exercise");
      method.setAccessible(true);
      return (String) method.invoke(null);
    }
  }

  private static long linkedAtRunTime(Path jar) throws Exception {
    long count = 0;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        try (InputStream in = file.getInputStream(entry)) {
          count +=
              ClassFile.of().parse(in.readAllBytes()).methods().stream()
                  .flatMap(it -> it.code().stream())
                  .flatMap(it -> it.elementStream())
                  .filter(DirectCodeTest::isLinkedAtRunTime)
                  .count();
        }
      }
    }
    return count;
  }

  private static boolean isLinkedAtRunTime(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().packageName().equals("java.lang.runtime");
  }
}
