package limbeck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.Test;

class RevisionNamingTest {
  private static final Instant INSTANT = Instant.parse("2026-03-04T05:06:07.123456Z");
  private static final RevisionNaming.Moment MOMENT =
      RevisionNaming.Moment.of(INSTANT, Optional.of("UTC"), ZoneId.of("UTC"));

  private static RevisionHeader header(String id, String file) {
    return new RevisionHeader(
        new RevisionId(id),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        new SourceFile("m/versions/" + file, ""));
  }

  private static String next(String message, String... ids) {
    List<RevisionHeader> history = Stream.of(ids).map(it -> header(it, it + ".py")).toList();
    List<RevisionId> parents = history.isEmpty() ? List.of() : List.of(history.getLast().id());
    return RevisionNaming.next(history, parents, message, () -> "abcdef012345").text();
  }

  @Test
  void aCountedHistoryIsCountedOn() {
    assertThat(next("Add task priority", "001", "002")).isEqualTo("003");
    assertThat(next("Add task priority", "0009")).isEqualTo("0010");
    assertThat(next("Add task priority", "1", "2")).isEqualTo("3");
    assertThat(next("Add task priority", "001_create_tasks", "002_add_users"))
        .isEqualTo("003_add_task_priority");
  }

  @Test
  void wordsInAnIdAreCutToWhatTheVersionTableHolds() {
    String id = next("add a very long description of the whole change", "001_create", "002_more");
    assertThat(id).isEqualTo("003_add_a_very_long_description");
    assertThat(id.length()).isLessThanOrEqualTo(RevisionId.MAXIMUM_LENGTH);
    assertThat(next("x".repeat(50), "001_a")).isEqualTo("002_" + "x".repeat(28));
    assertThat(next("!!!", "001_a")).isEqualTo("002");
    assertThat(next("a-b + c: d@e", "001_a")).isEqualTo("002_a_b_c_d_e");
  }

  @Test
  void anyOtherHistoryGetsHexadecimalIds() {
    assertThat(next("x")).isEqualTo("abcdef012345");
    assertThat(next("x", "1a2b3c4d5e6f")).isEqualTo("abcdef012345");
    assertThat(next("x", "1a2b3c4d5e6f", "9f8e7d6c5b4a", "123")).isEqualTo("abcdef012345");
    assertThat(next("x", "20240102030405")).isEqualTo("abcdef012345");
  }

  @Test
  void aTakenIdIsNotUsedAgain() {
    List<RevisionHeader> history = List.of(header("aaaaaaaaaaaa", "a.py"));
    List<String> offered = new java.util.ArrayList<>(List.of("aaaaaaaaaaaa", "bbbbbbbbbbbb"));
    assertThat(RevisionNaming.next(history, List.of(), "x", offered::removeFirst).text())
        .isEqualTo("bbbbbbbbbbbb");
  }

  private static String fileName(String template, String id, String message) {
    return RevisionNaming.fileName(template, 40, List.of(), new RevisionId(id), message, MOMENT);
  }

  @Test
  void tokensAreFilledInAsPythonDoes() {
    assertThat(fileName("%(rev)s_%(slug)s", "abc", "Add: the Übung"))
        .isEqualTo("abc_add_the_übung.py");
    assertThat(fileName("%(year)d-%(month).2d-%(day)02d_%(rev)s", "abc", ""))
        .isEqualTo("2026-03-04_abc.py");
    assertThat(fileName("%(year)d/%(hour)3d%%%(epoch)s", "abc", ""))
        .isEqualTo("2026/  5%1772600767.py");
    assertThatThrownBy(() -> fileName("%(nonsense)s", "abc", "")).isInstanceOf(ToolFailure.class);
  }

  @Test
  void aLongSlugIsCutAsAlembicDoes() {
    assertThat(Slug.truncated("one_two_three", 8)).isEqualTo("one_two_");
    assertThat(Slug.truncated("one_two_three", 7)).isEqualTo("one_");
    assertThat(Slug.truncated("onetwothree", 3)).isEqualTo("one_");
    assertThat(Slug.truncated("one", 3)).isEqualTo("one");
  }

  @Test
  void aProjectThatNamesFilesByTheIdAloneIsFollowed() {
    List<RevisionHeader> parents = List.of(header("001_create", "001_create.py"));
    assertThat(
            RevisionNaming.fileName(
                "%(rev)s_%(slug)s", 40, parents, new RevisionId("002_add"), "add", MOMENT))
        .isEqualTo("002_add.py");
    assertThat(
            RevisionNaming.fileName(
                "%(rev)s_%(slug)s", 40, parents, new RevisionId("002"), "add", MOMENT))
        .isEqualTo("002_add.py");
  }

  @Test
  void theDateIsPrintedAsPythonDoes() {
    assertThat(MOMENT.text()).isEqualTo("2026-03-04 05:06:07.123456+00:00");
    assertThat(
            RevisionNaming.Moment.of(
                    Instant.parse("2026-03-04T05:06:07Z"), Optional.empty(), ZoneId.of("UTC"))
                .text())
        .isEqualTo("2026-03-04 05:06:07");
    assertThat(
            RevisionNaming.Moment.of(INSTANT, Optional.of("Europe/Berlin"), ZoneId.of("UTC"))
                .at()
                .getHour())
        .isEqualTo(6);
    assertThatThrownBy(
            () -> RevisionNaming.Moment.of(INSTANT, Optional.of("Mars/X"), ZoneId.of("UTC")))
        .isInstanceOf(ToolFailure.class);
  }
}
