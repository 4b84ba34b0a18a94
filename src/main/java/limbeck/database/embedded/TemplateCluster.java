package limbeck.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import limbeck.text.ToolFailure;

/**
 * A data directory that {@code initdb} made once and that every server copies.
 *
 * @param folder holds the data directory and its password
 * @param password of the superuser
 */
record TemplateCluster(Path folder, String password) {
  /** The superuser; scripts of users mention this one, as it is PostgreSQL's usual name. */
  static final String SUPERUSER = "postgres";

  /** Counts up when the options of initdb change, so that older templates are not used any more. */
  private static final int GENERATION = 1;

  /** Returns the template of a version, made unless that was done before. */
  static TemplateCluster provide(Binaries binaries, ServerIdentity identity, Path cache) {
    // Owners differ by identity, so each has a template of its own.
    String name =
        "%s-%s-%d"
            .formatted(
                binaries.key(),
                identity.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                GENERATION);
    Path place =
        KeptFolder.provide(cache, "template", name, aside -> initialize(binaries, identity, aside));
    try {
      return new TemplateCluster(place, Files.readString(place.resolve("password")).strip());
    } catch (IOException failure) {
      throw FileTree.refused("read", place.resolve("password"), failure);
    }
  }

  /** Returns the data directory. */
  Path dataDirectory() {
    return folder.resolve("data");
  }

  private static void initialize(Binaries binaries, ServerIdentity identity, Path aside) {
    identity.own(aside);
    Path password = writePassword(aside);
    identity.own(password);
    Command.Result result = initdb(binaries, identity, aside, password, "C.UTF-8");
    if (!result.succeeded() && result.output().contains("invalid locale")) {
      // macOS before 15 and some C libraries lack C.UTF-8; C sorts the same way.
      result = initdb(binaries, identity, aside, password, "C");
    }
    if (!result.succeeded()) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "initdb of PostgreSQL %s failed:%n%s".formatted(binaries.version(), result.output()),
          "Check the rights and the free space of the cache folder, or set LIMBECK_CACHE.");
    }
  }

  private static Command.Result initdb(
      Binaries binaries, ServerIdentity identity, Path aside, Path password, String locale) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binaries.program("initdb"), "-D", aside.resolve("data").toString()));
    command.addAll(List.of("-U", SUPERUSER, "--locale=" + locale, "-E", "UTF8"));
    command.addAll(List.of("--wal-segsize=1", "--no-sync"));
    // Any user of the machine reaches a loopback port, and a superuser may run programs. In clear
    // text, because it never leaves the machine and saves a cold JVM the computing of a proof.
    command.addAll(List.of("--auth=password", "--pwfile=" + password));
    return Command.run(identity.command(command));
  }

  private static Path writePassword(Path aside) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Path file = aside.resolve("password");
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
      return file;
    } catch (IOException failure) {
      throw FileTree.refused("write", file, failure);
    }
  }
}
