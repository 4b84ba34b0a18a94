package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import limbeck.python.ModuleSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskModuleSourceTest {
  @TempDir Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void begin() throws IOException {
    folder = new ProjectFolder(directory.toRealPath());
    Files.createDirectory(folder.path(".git"));
    folder.with("alembic.ini", "[alembic]\nscript_location = alembic\n").with("alembic/env.py", "");
  }

  private ModuleSource source() {
    return DiskModuleSource.of(folder.find());
  }

  @Test
  void modulesAndPackagesAreFound() {
    folder.with("app/__init__.py", "p = 1").with("app/models.py", "m = 1");
    ModuleSource source = source();
    assertThat(source.find("app").orElseThrow().isPackage()).isTrue();
    assertThat(source.find("app").orElseThrow().file().text()).isEqualTo("p = 1");
    assertThat(source.find("app.models").orElseThrow().isPackage()).isFalse();
    assertThat(source.find("app.models").orElseThrow().file().path()).endsWith("app/models.py");
    assertThat(source.find("app.nothing")).isEmpty();
    assertThat(source.children("app")).containsExactly("models");
  }

  @Test
  void otherFilesAreReadInTheProjectOnly() throws IOException {
    Path outside = Files.createTempFile("outside", ".sql");
    folder.with("alembic/sql/up.sql", "SELECT 1;\r\n").with("alembic/sql/more/a.txt", "a");
    Files.write(folder.path("alembic/sql/picture"), new byte[] {(byte) 0xff, 0});
    ModuleSource source = source();
    String absolute = folder.path("alembic/sql").toString();
    assertThat(source.text("alembic/sql/up.sql")).contains("SELECT 1;\n");
    assertThat(source.text(absolute + "/up.sql")).contains("SELECT 1;\n");
    assertThat(source.text(absolute + "/picture")).isEmpty();
    assertThat(source.text(absolute + "/none.sql")).isEmpty();
    assertThat(source.text(outside.toString())).isEmpty();
    assertThat(source.text("alembic/\0.sql")).isEmpty();
    assertThat(source.names("\0")).isEmpty();
    assertThat(source.names(absolute)).contains(List.of("more", "picture", "up.sql"));
    assertThat(source.names("alembic/sql/more")).contains(List.of("a.txt"));
    assertThat(source.names(absolute + "/none")).isEmpty();
    assertThat(source.names("/")).isEmpty();
    Files.delete(outside);
  }

  @Test
  void theScriptFolderDoesNotHideTheLibrary() {
    assertThat(source().find("alembic")).isEmpty();
    assertThat(source().find("alembic.env")).isEmpty();
  }

  @Test
  void foldersWithoutInitializerJoin() {
    folder.with("shop/orders.py", "o = 1").with("src/shop/items.py", "i = 1");
    ModuleSource source = source();
    assertThat(source.find("shop").orElseThrow().file().text()).isEmpty();
    assertThat(source.find("shop.orders")).isPresent();
    assertThat(source.find("shop.items")).isPresent();
    assertThat(source.children("shop")).containsExactly("items", "orders");
  }

  @Test
  void aRegularPackageHidesNamespacesOfItsName() {
    folder
        .with("shop/orders.py", "")
        .with("src/shop/__init__.py", "")
        .with("src/shop/items.py", "");
    assertThat(source().find("shop.items")).isPresent();
    assertThat(source().find("shop.orders")).isEmpty();
  }

  @Test
  void aPackageElsewhereIsFoundWhenItIsThereOnce() {
    folder.with("services/api/core/__init__.py", "").with("services/api/core/db.py", "");
    assertThat(source().find("core.db")).isPresent();
    folder.with("services/jobs/core/__init__.py", "");
    assertThat(source().find("core.db")).isEmpty();
  }

  @Test
  void theStandardLibraryIsNotMistakenForAFolderElsewhere() {
    folder.with("services/logging/__init__.py", "");
    assertThat(source().find("logging")).isEmpty();
  }
}
