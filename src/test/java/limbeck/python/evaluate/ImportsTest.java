package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import org.junit.jupiter.api.Test;

/** Imports between modules of a project, and from libraries. */
class ImportsTest {
  private final MemoryModules modules = new MemoryModules();

  private Programs.Program run(String source) {
    return Programs.of(source, modules, Host.SILENT);
  }

  @Test
  void librariesAreSymbols() {
    Programs.Program program =
        run(
            """
            import sqlalchemy as sa
            import sqlalchemy.dialects.postgresql
            from sqlmodel import Field as F
            from sqlalchemy.dialects import postgresql as pg
            a, b, c, d, e = sa.Integer, sqlalchemy.dialects.postgresql.JSONB, F, pg.UUID, sa
            """);
    assertThat(program.value("a")).isEqualTo(new Value.Symbol("sqlalchemy.Integer"));
    assertThat(program.value("b"))
        .isEqualTo(new Value.Symbol("sqlalchemy.dialects.postgresql.JSONB"));
    assertThat(program.value("c")).isEqualTo(new Value.Symbol("sqlmodel.Field"));
    assertThat(program.value("d"))
        .isEqualTo(new Value.Symbol("sqlalchemy.dialects.postgresql.UUID"));
    assertThat(program.value("e")).isEqualTo(new Value.Symbol("sqlalchemy"));
    assertThat(program.evaluator().problems()).isEmpty();
  }

  @Test
  void packagesModulesAndReExportsAreFollowed() {
    modules
        .with("app/__init__.py", "VERSION = '1'")
        .with("app/core/__init__.py", "from .names import TABLE, make\nfrom . import deep")
        .with(
            "app/core/names.py",
            "from ..base import PREFIX\nTABLE = PREFIX + 'users'\ndef make(x): return x + PREFIX")
        .with("app/core/deep.py", "from app import VERSION\nfrom ... import nothing")
        .with("app/base.py", "PREFIX = 'p_'")
        .with("plain/inner.py", "X = 'namespace'");
    Programs.Program program =
        run(
            """
            import app.core.names
            import app.core.names as n
            import plain.inner
            from app.core import TABLE, make, deep
            from plain import inner
            a = app.core.names.TABLE, n.TABLE, TABLE, make('x'), app.VERSION, deep.VERSION
            b = plain.inner.X, inner.X, app.core.__name__, n.__file__, app.core.__package__
            """);
    assertThat(program.shown("a")).isEqualTo("('p_users', 'p_users', 'p_users', 'xp_', '1', '1')");
    assertThat(program.shown("b"))
        .isEqualTo("('namespace', 'namespace', 'app.core', 'app/core/names.py', 'app.core')");
    assertThat(program.evaluator().problems())
        .extracting(PythonProgram.Problem::message)
        .containsExactly("a relative import beyond the top package");
    assertThat(program.evaluator().modules().keySet())
        .containsExactly(
            "case",
            "app",
            "app.core",
            "app.core.names",
            "app.base",
            "app.core.deep",
            "plain",
            "plain.inner");
  }

  @Test
  void starImportsHonourAllAndReachLibraries() {
    modules
        .with("a.py", "__all__ = ['one', '_two']\none, _two, three = 1, 2, 3")
        .with("b.py", "from a import *\nfrom sqlalchemy import *\nfour, _five = 4, 5")
        .with("c/__init__.py", "__all__ = ['sub']")
        .with("c/sub.py", "X = 9");
    Programs.Program program =
        run(
            """
            from b import *
            from c import *
            from sqlalchemy.orm import *
            x = one, four, sub.X
            column, mapped = Column, mapped_column
            try:
                three
            except NameError:
                hidden = True
            """);
    assertThat(program.shown("x")).isEqualTo("(1, 4, 9)");
    assertThat(program.value("column")).isEqualTo(new Value.Symbol("sqlalchemy.Column"));
    assertThat(program.value("mapped")).isEqualTo(new Value.Symbol("sqlalchemy.orm.mapped_column"));
  }

  @Test
  void circularImportsMeet() {
    modules
        .with("m/__init__.py", "from .a import A\nfrom .b import B")
        .with(
            "m/a.py",
            """
            from typing import TYPE_CHECKING
            if TYPE_CHECKING:
                from .b import B
            class A:
                b: "B"
                def other(self):
                    from .b import B
                    return B
            """)
        .with(
            "m/b.py",
            """
            from m import a
            class B(a.A):
                name = 'b'
            from m.late import later
            """)
        .with("m/late.py", "from m.b import B, unfinished\ndef later(): return B.name")
        .with("m/c.py", "");
    Programs.Program program =
        run(
            """
            from m import A, B
            from m.b import later
            a, b = A().other().name, later()
            """);
    assertThat(program.shown("a")).isEqualTo("'b'");
    assertThat(program.shown("b")).isEqualTo("'b'");
    assertThat(program.annotation("A", "b")).isEqualTo(program.value("B"));
  }

  @Test
  void whatOnlyTypeCheckersImportIsFoundButNotRun() {
    modules.with("heavy.py", "class Heavy: pass").with("other.py", "class Other: pass");
    Programs.Program program =
        run(
            """
            import typing
            from typing import Optional
            if typing.TYPE_CHECKING:
                from heavy import Heavy
                from other import Other
                Alias = int
            else:
                Alias = str
            class C:
                if typing.TYPE_CHECKING:
                    ghost: int
                h: Optional["Heavy"]
            """);
    assertThat(program.evaluator().modules()).doesNotContainKeys("heavy", "other");
    ClassValue type = (ClassValue) program.value("C");
    assertThat(type.members()).containsOnlyKeys("h");
    Value annotation = program.annotation("C", "h");
    assertThat(annotation)
        .isInstanceOfSatisfying(
            Value.Item.class, item -> assertThat(item.key()).hasToString("class heavy.Heavy"));
    assertThat(program.annotation("C", "h")).isEqualTo(annotation);
    assertThat(program.evaluator().modules()).containsKey("heavy").doesNotContainKey("other");
    assertThat(program.value("Alias")).isEqualTo(new Value.Symbol("builtins.str"));
  }

  @Test
  void anImportThatFailsIsCaughtOrNoted() {
    modules.with("pkg/__init__.py", "");
    Programs.Program program =
        run(
            """
            try:
                from pkg.missing import thing
            except ImportError:
                thing = 'fallback'
            try:
                import ujson as json
            except ImportError:
                json = None
            from pkg import absent
            import pkg.nowhere
            """);
    assertThat(program.shown("thing")).isEqualTo("'fallback'");
    assertThat(program.value("json")).isEqualTo(new Value.Symbol("ujson"));
    assertThat(program.value("absent")).isInstanceOf(Value.Unknown.class);
    assertThat(program.evaluator().problems())
        .extracting(problem -> problem.message() + " @" + problem.at().line())
        .containsExactly(
            "cannot import name 'absent' from 'pkg' @9",
            "module pkg.nowhere is not found in the project @10");
  }

  @Test
  void aFolderNamedLikeALibraryDoesNotHideIt() {
    modules
        .with("alembic/env.py", "X = 1")
        .with("alembic/versions/one.py", "Y = 2")
        .with("alembic/helpers.py", "def table(): return 't'")
        .with("types.py", "boom = 1 / 0");
    Programs.Program program =
        run(
            """
            from alembic import op, context
            from alembic.helpers import table
            from alembic.versions import one
            from types import SimpleNamespace
            t, y = table(), one.Y
            """);
    assertThat(program.value("op")).isEqualTo(new Value.Symbol("alembic.op"));
    assertThat(program.value("context")).isEqualTo(new Value.Symbol("alembic.context"));
    assertThat(program.shown("t")).isEqualTo("'t'");
    assertThat(program.shown("y")).isEqualTo("2");
    assertThat(program.evaluator().problems()).isEmpty();
  }

  @Test
  void modulesAreImportedByNameAtRunTime() {
    modules
        .with("models/__init__.py", "")
        .with("models/user.py", "TABLE = 'users'")
        .with("models/team.py", "TABLE = 'teams'")
        .with("models/deep/__init__.py", "")
        .with("models/deep/x.py", "TABLE = 'deep'");
    Programs.Program program =
        run(
            """
            import importlib, pkgutil, os, glob
            from pathlib import Path
            import models
            tables = []
            for info in pkgutil.walk_packages(models.__path__, models.__name__ + '.'):
                module = importlib.import_module(info.name)
                tables.append(getattr(module, 'TABLE', None))
            for finder, name, is_package in pkgutil.iter_modules(models.__path__):
                tables.append((name, is_package))
            files = [os.path.basename(f)[:-3] for f in glob.glob(os.path.dirname(models.__file__) + '/*.py') if os.path.isfile(f) and not f.endswith('__init__.py')]
            stems = [p.stem for p in Path(models.__file__).parent.glob('*.py')]
            """);
    assertThat(program.shown("tables"))
        .isEqualTo(
            "[None, 'deep', 'teams', 'users', ('deep', True), ('team', False), ('user', False)]");
    assertThat(program.shown("files")).isEqualTo("['team', 'user']");
    assertThat(program.shown("stems")).isEqualTo("['__init__', 'team', 'user']");
  }

  @Test
  void filesBesideAScriptAreRead() {
    modules.with("sql/up.sql", "CREATE VIEW v").with("scripts/one.py", "");
    Programs.Program program =
        run(
            """
            from pathlib import Path
            here = Path(__file__).resolve().parent
            a = (here / 'sql' / 'up.sql').read_text()
            with open('sql/up.sql') as f:
                b = f.read()
            c = open('sql/none.sql').read()
            """);
    assertThat(program.shown("a")).isEqualTo("'CREATE VIEW v'");
    assertThat(program.shown("b")).isEqualTo("'CREATE VIEW v'");
    assertThat(program.shown("c")).isEqualTo("unknown: the content of the file sql/none.sql");
  }

  @Test
  void foldersBesideAScriptAreListed() {
    modules
        .with("sql/1_up.sql", "CREATE VIEW v")
        .with("sql/2_up.sql", "CREATE VIEW w")
        .with("sql/more/3.sql", "CREATE VIEW x")
        .with("sql/notes.txt", "none")
        .with("scripts/one.py", "");
    Programs.Program program =
        run(
            """
            import os
            from pathlib import Path
            sql = Path('sql')
            up = [p.read_text() for p in sorted(sql.glob('*.sql'))]
            all = [p.name for p in sql.iterdir() if p.is_file()]
            listed = os.listdir('sql')
            there = [sql.exists(), (sql / 'none.sql').exists(), (sql / 'more').is_file(), (sql / 'more').exists()]
            unknown = [p for p in Path('elsewhere').glob('*.sql')]
            """);
    assertThat(program.shown("up")).isEqualTo("['CREATE VIEW v', 'CREATE VIEW w']");
    assertThat(program.shown("all")).isEqualTo("['1_up.sql', '2_up.sql', 'notes.txt']");
    assertThat(program.shown("listed")).isEqualTo("['1_up.sql', '2_up.sql', 'more', 'notes.txt']");
    assertThat(program.shown("there")).isEqualTo("[True, False, False, True]");
    assertThat(program.shown("unknown")).contains("unknown");
  }

  @Test
  void aModuleMayAnswerForMissingNames() {
    modules.with("lazy.py", "def __getattr__(name):\n    return 'lazy ' + name");
    Programs.Program program = run("import lazy\nfrom lazy import thing\nx = lazy.other");
    assertThat(program.shown("thing")).isEqualTo("'lazy thing'");
    assertThat(program.shown("x")).isEqualTo("'lazy other'");
  }

  @Test
  void aModuleThatIsNotThereIsEmpty() {
    assertThat(new Evaluator(modules, Host.SILENT).importModule("nope"))
        .isEqualTo(Optional.empty());
  }

  @Test
  void scriptsAreNotTheMainProgram() {
    assertThat(run("x = 0\nif __name__ == '__main__':\n    x = 1").shown("x")).isEqualTo("0");
  }
}
