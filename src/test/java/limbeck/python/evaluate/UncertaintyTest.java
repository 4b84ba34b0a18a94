package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.junit.jupiter.api.Test;

/** What cannot be known stays unknown, says why, and does not spoil what can. */
class UncertaintyTest {
  private static final String HEAD = "import os, lib\nflag = os.environ.get('FLAG')\n";

  private static Programs.Program program(String source) {
    return Programs.of(HEAD + source);
  }

  private static List<String> told(String source) {
    Recorder recorder = new Recorder();
    Programs.of(HEAD + source, recorder);
    return recorder.lines().stream().filter(line -> !line.startsWith("os.environ")).toList();
  }

  @Test
  void anEnvironmentVariableNamesItselfAndItsDefault() {
    assertThat(program("x = os.getenv('URL', 'sqlite://')").shown("x"))
        .isEqualTo("unknown: environment variable URL (default 'sqlite://')");
  }

  @Test
  void bothWaysOfABranchAreWalkedFromTheSameState() {
    Programs.Program program =
        program(
            """
            a = 1
            same = 0
            if flag:
                a = a + 1
                same = 5
                only = 'x'
            else:
                a = a + 2
                same = 5
            """);
    assertThat(program.shown("a"))
        .isEqualTo(
            "unknown: depends on a condition that cannot be known: environment variable FLAG");
    assertThat(program.shown("same")).isEqualTo("5");
    assertThat(program.shown("only")).isEqualTo("'x'");
  }

  @Test
  void whatOneWayAddsToAListIsOpen() {
    Programs.Program program =
        program(
            """
            items = ['a']
            if flag:
                items.append('b')
            items.append('c')
            first, size, has, lacks = items[0], len(items), 'a' in items, 'z' in items
            """);
    assertThat(program.shown("first")).isEqualTo("'a'");
    assertThat(program.shown("size")).startsWith("unknown: ");
    assertThat(program.shown("has")).isEqualTo("True");
    assertThat(program.shown("lacks")).startsWith("unknown: ");
    assertThat(program.value("items"))
        .isInstanceOfSatisfying(
            Value.ListOf.class,
            list -> {
              assertThat(list.items()).hasSize(3);
              assertThat(list.items().get(1)).isInstanceOf(Value.Unknown.class);
            });
  }

  @Test
  void dictionariesAndObjectsAreJoinedToo() {
    Programs.Program program =
        program(
            """
            class Box: pass
            box = Box()
            box.kept, box.changed = 1, 1
            options = {'kept': 1, 'changed': 1}
            if flag:
                box.changed = 2
                options['changed'] = 2
                options['new'] = 3
            a, b = box.kept, box.changed
            c, d, e, f = options['kept'], options['changed'], options.get('new'), options.get('z')
            """);
    assertThat(program.shown("a")).isEqualTo("1");
    assertThat(program.shown("b")).startsWith("unknown: ");
    assertThat(program.shown("c")).isEqualTo("1");
    assertThat(List.of(program.shown("d"), program.shown("e"), program.shown("f")))
        .allSatisfy(text -> assertThat(text).startsWith("unknown: "));
  }

  @Test
  void theHostIsToldOfBothWays() {
    assertThat(
            told(
                """
                if flag:
                    lib.one()
                else:
                    lib.two()
                lib.three()
                """))
        .containsExactly(
            "maybe 3: environment variable FLAG",
            "lib.one()",
            "end",
            "maybe 3: environment variable FLAG",
            "lib.two()",
            "end",
            "lib.three()");
  }

  @Test
  void afterAnEarlyReturnTheRestIsUncertain() {
    assertThat(
            told(
                """
                def run():
                    lib.before()
                    if flag:
                        return
                    lib.rest()
                run()
                lib.after()
                """))
        .containsExactly(
            "into run",
            "lib.before()",
            "maybe 5: environment variable FLAG",
            "end",
            "maybe 5: environment variable FLAG",
            "end",
            "maybe 5: environment variable FLAG",
            "lib.rest()",
            "end",
            "out of run",
            "lib.after()");
  }

  @Test
  void anEarlyReturnJoinsTheResult() {
    Programs.Program program =
        program(
            """
            def one():
                if flag:
                    return 1
                return 2
            def same():
                if flag:
                    return 'x'
                return 'x'
            a, b = one(), same()
            """);
    assertThat(program.shown("a"))
        .isEqualTo(
            "unknown: depends on a condition that cannot be known: environment variable FLAG");
    assertThat(program.shown("b")).isEqualTo("'x'");
  }

  @Test
  void aGuardThatRaisesIsTakenToHold() {
    Programs.Program program =
        program(
            """
            def name(text):
                if flag:
                    raise ValueError('too long')
                return 'fk_' + text
            a = name('x')
            """);
    assertThat(program.shown("a")).isEqualTo("'fk_x'");
  }

  @Test
  void aRaiseThatMayBeCaughtIsUncertain() {
    Programs.Program program =
        program(
            """
            a = b = 0
            try:
                if flag:
                    raise ValueError
                a = 1
            except ValueError:
                a = 2
                b = 1
            """);
    assertThat(program.shown("a")).startsWith("unknown: ");
    assertThat(program.shown("b")).startsWith("unknown: ");
  }

  @Test
  void aLoopOverTheUnknownIsWalkedOnce() {
    assertThat(
            told(
                """
                n = 0
                for row in lib.rows():
                    n += 1
                    lib.each(row, n)
                """))
        .containsExactly(
            "lib.rows()",
            "maybe 4: the items of lib.rows(…) cannot be known",
            "lib.each(?the items of lib.rows(…) cannot be known?, ?'n' changes in a loop that"
                + " cannot be followed?)",
            "end",
            "maybe 4: the items of lib.rows(…) cannot be known",
            "end");
  }

  @Test
  void whatAnEarlierTurnMayHaveChangedIsUnknown() {
    assertThat(
            told(
                """
                previous = None
                for row in lib.rows():
                    lib.link(previous)
                    previous = 'x'
                    lib.link(previous)
                """))
        .contains(
            "lib.link(?'previous' changes in a loop that cannot be followed?)", "lib.link('x')");
  }

  @Test
  void aBreakThatMayHappenMakesTheLaterTurnsUncertain() {
    Programs.Program program =
        program(
            """
            seen = []
            for x in [1, 2, 3]:
                if flag:
                    break
                seen.append(x)
            done = 'yes'
            """);
    assertThat(program.value("seen"))
        .isInstanceOfSatisfying(
            Value.ListOf.class,
            list -> assertThat(list.items().getFirst()).isInstanceOf(Value.Unknown.class));
    assertThat(program.shown("done")).isEqualTo("'yes'");
  }

  @Test
  void aContinueThatMayHappenEndsWithItsTurn() {
    Programs.Program program =
        program(
            """
            last, skipped = 0, 0
            for x in [1, 2]:
                last = x
                if flag:
                    continue
                skipped = x
            """);
    assertThat(program.shown("last")).isEqualTo("2");
    assertThat(program.shown("skipped")).startsWith("unknown: ");
  }

  @Test
  void whileLoopsEnd() {
    Programs.Program program =
        program(
            """
            n = 0
            while True:
                n += 1
            m = 0
            while flag:
                m += 1
            done = 1
            """);
    assertThat(program.shown("n"))
        .isEqualTo("unknown: 'n' changes in a loop that cannot be followed");
    assertThat(program.shown("m")).startsWith("unknown: ");
    assertThat(program.shown("done")).isEqualTo("1");
  }

  @Test
  void aMemberThatMayBeAbsentIsInDoubt() {
    Programs.Program program =
        program(
            """
            class Row:
                a = 1
                if flag:
                    b = 2
            if flag:
                class Other: pass
            """);
    ClassValue row = (ClassValue) program.value("Row");
    assertThat(program.evaluator().doubt(row)).isEmpty();
    assertThat(program.evaluator().doubt(row, "a")).isEmpty();
    assertThat(program.evaluator().doubt(row, "b").map(Value.Unknown::reason))
        .contains("depends on a condition that cannot be known: environment variable FLAG");
    assertThat(program.evaluator().doubt((ClassValue) program.value("Other"))).isPresent();
  }

  @Test
  void theHostDecidesConditionsOnLibraries() {
    Host host =
        new Host() {
          @Override
          public Optional<Value> attribute(Value.Attribute attribute) {
            return attribute.name().equals("dialect_name")
                ? Optional.of(new Value.Str("sqlite"))
                : Optional.empty();
          }

          @Override
          public Optional<Boolean> truth(Value value) {
            return value instanceof Value.Call call && call.name().equals("lib.offline")
                ? Optional.of(false)
                : Optional.empty();
          }

          @Override
          public Optional<Value> call(Value.Call call) {
            return call.name().equals("lib.columns")
                ? Optional.of(new Value.ListOf(List.of(new Value.Str("id"))))
                : Optional.empty();
          }

          @Override
          public Optional<List<Value>> items(Value value) {
            return value instanceof Value.Call call && call.name().equals("lib.rows")
                ? Optional.of(List.of(new Value.Str("r")))
                : Optional.empty();
          }
        };
    Programs.Program program =
        Programs.of(
            """
            import lib
            a = 'lite' if lib.bind().dialect_name == 'sqlite' else 'other'
            b = 1 if not lib.offline() else 2
            c = 'id' in lib.columns('t')
            columns = lib.columns('t')
            columns.append('new')
            d = [row for row in lib.rows()]
            """,
            host);
    assertThat(program.shown("a")).isEqualTo("'lite'");
    assertThat(program.shown("b")).isEqualTo("1");
    assertThat(program.shown("c")).isEqualTo("True");
    assertThat(program.shown("columns")).isEqualTo("['id', 'new']");
    assertThat(program.shown("d")).isEqualTo("['r']");
  }

  @Test
  void limitsMakeUnknownAndTheRestIsRead() {
    Programs.Program program =
        Programs.of(
            """
            def forever(n):
                return forever(n + 1)
            a = forever(0)
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
            b = fib(40)
            c = fib(10)
            d = [0] * 10 ** 9
            e = 'x' * 10 ** 9
            f = 10 ** 10 ** 10
            g = list(range(10 ** 12)) if False else 'end'
            """);
    assertThat(program.shown("a")).startsWith("unknown: forever calls nest deeper than 100");
    assertThat(program.shown("b")).isEqualTo("unknown: fib takes too many steps to follow");
    assertThat(program.shown("c")).isEqualTo("55");
    assertThat(program.value("d")).isInstanceOf(Value.Operation.class);
    assertThat(program.value("e")).isInstanceOf(Value.Operation.class);
    assertThat(program.value("f")).isInstanceOf(Value.Operation.class);
    assertThat(program.shown("g")).isEqualTo("'end'");
  }

  @Test
  void aLimitInOneModuleLeavesTheOthersTheirSteps() {
    MemoryModules modules =
        new MemoryModules()
            .with("heavy.py", "n = 0\nwhile n < 10 ** 9:\n    n += 1\nafter = 'read'")
            .with("other.py", "import heavy\nfrom heavy import after\ntotal = sum(range(1000))");
    Programs.Program program =
        Programs.of("from other import after, total\nlast = 1", modules, Host.SILENT);
    assertThat(program.shown("after")).isEqualTo("'read'");
    assertThat(program.shown("total")).isEqualTo("499500");
    assertThat(program.shown("last")).isEqualTo("1");
  }

  @Test
  void whatRaisesIsUnknownWithTheException() {
    Programs.Program program =
        Programs.of(
            """
            def down():
                raise NotImplementedError('no way back')
            a = down()
            b = {}['k']
            c = undefined
            d = int('x')
            """);
    assertThat(program.shown("a")).isEqualTo("unknown: raises NotImplementedError: no way back");
    assertThat(program.shown("b")).isEqualTo("unknown: KeyError: 'k'");
    assertThat(program.shown("c")).isEqualTo("unknown: NameError: name 'undefined' is not defined");
    assertThat(program.shown("d"))
        .isEqualTo("unknown: ValueError: invalid literal for int() with base 10: 'x'");
  }

  @Test
  void anUnknownSaysWhere() {
    Value value = program("x = 1\ny = flag + 'z'").value("y");
    assertThat(value)
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            unknown -> {
              Location at = unknown.at();
              assertThat(at.line()).isEqualTo(2);
              assertThat(at.file().text(at.span())).isEqualTo("os.environ.get('FLAG')");
            });
  }

  @Test
  void conditionsInsideExpressionsAreToldToo() {
    assertThat(told("x = lib.a() if flag else lib.b()\ny = flag and lib.c()"))
        .containsExactly(
            "maybe 3: environment variable FLAG",
            "lib.a()",
            "end",
            "maybe 3: environment variable FLAG",
            "lib.b()",
            "end",
            "maybe 4: environment variable FLAG",
            "lib.c()",
            "end",
            "maybe 4: environment variable FLAG",
            "end");
  }
}
