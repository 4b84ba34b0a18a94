import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lifts classes in the format of Java 5 and older, in the jars named, to that of Java 8.
 *
 * <p>The JVM's cache of loaded classes leaves such old ones out, since they have no stack maps and
 * are verified the slow way. picocli is built that way, and is most of what a short command loads.
 */
final class ModernClasses {
  private static final int FIRST_WITH_STACK_MAPS = 50;

  private ModernClasses() {}

  public static void main(String[] jars) throws IOException {
    for (String name : jars) {
      Path jar = Path.of(name);
      if (hasOldClasses(jar)) {
        Path aside = Path.of(name + ".new");
        rewrite(jar, aside);
        Files.move(aside, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean hasOldClasses(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (isOldClass(entry, file.getInputStream(entry).readNBytes(8))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOldClass(ZipEntry entry, byte[] bytes) {
    return entry.getName().endsWith(".class")
        && bytes.length >= 8
        && (bytes[6] << 8 | bytes[7]) < FIRST_WITH_STACK_MAPS;
  }

  private static void rewrite(Path from, Path to) throws IOException {
    try (JarFile file = new JarFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      ClassFile classes = classFile(file);
      for (JarEntry entry : Collections.list(file.entries())) {
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(isOldClass(entry, bytes) ? lifted(classes, bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  /** Stack maps name the common superclass of two types, so the jar's own classes must be found. */
  private static ClassFile classFile(JarFile file) {
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(type -> open(file, type))
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static InputStream open(JarFile file, ClassDesc type) {
    String descriptor = type.descriptorString();
    JarEntry entry = file.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : file.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] lifted(ClassFile classes, byte[] bytes) {
    // Method bodies are copied element by element: untouched ones would keep having no stack maps.
    ClassTransform bodies = ClassTransform.transformingMethodBodies((code, it) -> code.with(it));
    ClassTransform version =
        (type, it) -> {
          if (it instanceof ClassFileVersion) {
            type.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            type.with(it);
          }
        };
    return classes.transformClass(classes.parse(bytes), bodies.andThen(version));
  }
}
