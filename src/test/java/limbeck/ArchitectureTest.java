package limbeck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: which room may use what. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("limbeck");

  /** Values and streams in memory; they touch nothing outside the process. */
  private static final String IN_MEMORY =
      "java\\.(io\\.(IOException|UncheckedIOException|EOFException|Serializable|Closeable|Flushable"
          + "|(String|CharArray|Print|Buffered)?(Reader|Writer)|PrintStream"
          + "|(ByteArray|Filter|Buffered)?(Input|Output)Stream)"
          + "|net\\.(URI|URISyntaxException|URLEncoder|URLDecoder))";

  @TestFactory
  Stream<DynamicTest> aRoomUsesOnlyWhatThePlanNames() {
    return Rooms.MAY_USE.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(), () -> usesOnly(room.getKey(), room.getValue())));
  }

  private static void usesOnly(String room, Set<String> allowed) {
    List<String> packages = new ArrayList<>(List.of(inRoom(room)));
    allowed.forEach(it -> packages.add(inRoom(it)));
    noClasses()
        .that()
        .resideInAPackage(inRoom(room))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("limbeck..")
                .and(resideOutsideOfPackages(packages.toArray(String[]::new))))
        .because(room + " may use " + allowed)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void everyClassLivesInARoom() {
    classes()
        .should()
        .resideInAnyPackage(roomsOf(Rooms.MAY_USE.keySet()))
        .because("a new room is first drawn in docs/architecture.md and Rooms")
        .check(HOUSE);
  }

  @Test
  void thePlanInTheDocumentationIsThePlanThatIsTested() throws Exception {
    assertThat(Rooms.documented()).containsExactlyInAnyOrderEntriesOf(Rooms.MAY_USE);
  }

  @Test
  void thePlanHasNoCycle() {
    List<String> before = new ArrayList<>();
    // Schema holds the type of SQL text, so it stands before the room that reads SQL.
    List<String> order = new ArrayList<>(Rooms.MAY_USE.keySet());
    order.remove("schema");
    order.add(1, "schema");
    for (String room : order) {
      assertThat(before).as(room).containsAll(Rooms.MAY_USE.getOrDefault(room, Set.of()));
      before.add(room);
    }
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("limbeck.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void databasesDoNotKnowEachOther() {
    slices()
        .matching("limbeck.dialect.(*)..")
        .should()
        .notDependOnEachOther()
        // What is standard is shared by all, and knows none of them.
        .ignoreDependency(
            resideInAnyPackage("limbeck.dialect.."),
            resideInAnyPackage("limbeck.dialect.standard.."))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void rulesDoNotKnowEachOther() {
    for (JavaClass rule : HOUSE) {
      if (isRule(rule)) {
        assertThat(rule.getDirectDependenciesFromSelf())
            .as(rule.getName())
            .noneMatch(it -> isRule(it.getTargetClass()) && !it.getTargetClass().equals(rule));
      }
    }
  }

  private static boolean isRule(JavaClass type) {
    return type.getPackageName().startsWith("limbeck.review.rule")
        && type.isAssignableTo("limbeck.review.Rule");
  }

  @Test
  void onlyTheDatabaseRoomsSpeakJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackages(roomsOf(Set.of("database", "verify", "execute")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.sqlite..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheOuterRoomsTouchFilesProcessesAndTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            roomsOf(Set.of("database", "execute", "project", "workflow", "cli", "mcp")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                .or(nameMatching("java\\.lang\\.Process(Builder|Handle)?(\\$.*)?"))
                .and(DescribedPredicate.not(nameMatching(IN_MEMORY))))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheOuterRoomsKnowTheClockAndChance() {
    Map<String, Set<String>> unsure =
        Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.Locale", Set.of("getDefault", "setDefault"),
            "java.nio.charset.Charset", Set.of("defaultCharset"),
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"));
    noClasses()
        .that()
        .resideOutsideOfPackages(
            roomsOf(Set.of("database", "verify", "execute", "workflow", "cli", "mcp")))
        .should()
        .callMethodWhere(
            describe(
                "the result differs from run to run",
                call ->
                    unsure
                        .getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getName())))
        .orShould()
        .dependOnClassesThat(
            nameMatching(
                "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom"))
        .because("the same input gives the same bytes")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheCacheUsesReflection() {
    noClasses()
        .that()
        .haveNameNotMatching("limbeck\\.workflow\\.cache\\.RecordCodec(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveNameMatching("(?!.*LosesData).*(Utils?|Impl|Data|Base)")
        .check(HOUSE);
  }

  private static String inRoom(String room) {
    return "limbeck." + room + "..";
  }

  private static String[] roomsOf(Set<String> rooms) {
    return rooms.stream().map(ArchitectureTest::inRoom).toArray(String[]::new);
  }
}
