package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import org.junit.jupiter.api.Test;

/** Classes as models write them, whose bases are libraries'. */
class ModelClassesTest {
  private static final String HEAD =
      """
      import re
      import sqlalchemy as sa
      from typing import Annotated, ClassVar, Generic, List, Literal, NewType, Optional, TypeVar, Union
      from sqlalchemy import Column, ForeignKey, Index, Integer, String
      from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, declarative_base, mapped_column
      from sqlmodel import Field, SQLModel
      """;

  private static Programs.Program program(String source) {
    return Programs.of(HEAD + source);
  }

  private static String shown(Value value) {
    return Recorder.shown(value);
  }

  private static ClassValue type(Programs.Program program, String name) {
    return (ClassValue) program.value(name);
  }

  @Test
  void membersKeepOrderAnnotationsAndCalls() {
    Programs.Program program =
        program(
            """
            class Hero(SQLModel, table=True):
                __tablename__ = "hero" + "es"
                id: Optional[int] = Field(default=None, primary_key=True)
                name: str
                tag: "str | None" = Field(max_length=10)
                for n in ("a", "b"):
                    locals()
            """);
    ClassValue hero = type(program, "Hero");
    assertThat(hero.members().keySet()).containsExactly("__tablename__", "id", "name", "tag", "n");
    assertThat(hero.keywords()).isEqualTo(Map.of("table", new Value.Bool(true)));
    assertThat(hero.bases()).containsExactly(new Value.Symbol("sqlmodel.SQLModel"));
    assertThat(shown(program.annotation("Hero", "id"))).isEqualTo("typing.Optional[builtins.int]");
    assertThat(shown(program.annotation("Hero", "tag"))).isEqualTo("builtins.str | None");
    assertThat(hero.members().values())
        .extracting(member -> member.value().map(Recorder::shown).orElse("-"))
        .containsExactly(
            "'heroes'",
            "sqlmodel.Field(default=None, primary_key=True)",
            "-",
            "sqlmodel.Field(max_length=10)",
            "'b'");
  }

  @Test
  void declaredAttributesAreCalledWithTheClass() {
    Programs.Program program =
        program(
            """
            def snake(name):
                return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
            class Named:
                @declared_attr
                def __tablename__(cls) -> str:
                    return snake(cls.__name__) + "s"
                @declared_attr.directive
                def __table_args__(cls):
                    return (Index(f"ix_{cls.__tablename__}_x", "x"), {"comment": cls.__doc__})
                @declared_attr
                def owner_id(cls) -> Mapped[int]:
                    return mapped_column(ForeignKey("user.id"), name=cls.__name__.lower() + "_owner")
            class Base(DeclarativeBase):
                pass
            class HeroTeam(Named, Base):
                "A team."
                x: Mapped[int]
                @classmethod
                @declared_attr
                def kind(cls):
                    return cls.__name__
            a = HeroTeam.__tablename__
            """);
    assertThat(program.shown("a")).isEqualTo("'hero_teams'");
    ClassValue team = type(program, "HeroTeam");
    PythonProgram evaluator = program.evaluator();
    PythonProgram.Inherited found = evaluator.member(team, "owner_id").orElseThrow();
    assertThat(found.owner().name()).isEqualTo("Named");
    FunctionValue function = (FunctionValue) found.member().value().orElseThrow();
    assertThat(function.decorators())
        .containsExactly(new Value.Symbol("sqlalchemy.orm.declared_attr"));
    assertThat(
            shown(
                evaluator.call(
                    function, List.of(team), Map.of(), function.location(), Host.SILENT)))
        .isEqualTo(
            "sqlalchemy.orm.mapped_column(sqlalchemy.ForeignKey('user.id'), name='heroteam_owner')");
    assertThat(shown(evaluator.attribute(team, "__table_args__", team.location())))
        .isEqualTo("(sqlalchemy.Index('ix_hero_teams_x', 'x'), a dict)");
    assertThat(shown(evaluator.attribute(team, "kind", team.location()))).isEqualTo("'HeroTeam'");
  }

  @Test
  void inheritedArgumentsAreReachedThroughSuperAndNames() {
    Programs.Program program =
        program(
            """
            Base = declarative_base()
            class Mixin:
                __table_args__ = (sa.UniqueConstraint("a"),)
            class Child(Mixin, Base):
                __table_args__ = Mixin.__table_args__ + (Index("i", "b"),)
            class Deep(Child):
                @declared_attr
                def __table_args__(cls):
                    return super().__table_args__ + ({"schema": "s"},)
            """);
    ClassValue deep = type(program, "Deep");
    assertThat(shown(program.evaluator().attribute(deep, "__table_args__", deep.location())))
        .isEqualTo("(sqlalchemy.UniqueConstraint('a'), sqlalchemy.Index('i', 'b'), a dict)");
    assertThat(shown(type(program, "Child").bases().getLast()))
        .isEqualTo("sqlalchemy.orm.declarative_base()");
    assertThat(program.evaluator().resolutionOrder(deep))
        .extracting(Recorder::shown)
        .containsExactly(
            "case.Deep", "case.Child", "case.Mixin", "sqlalchemy.orm.declarative_base()");
  }

  @Test
  void theOrderOfResolutionIsPythons() {
    Programs.Program program =
        program(
            """
            T = TypeVar("T")
            class A(SQLModel): pass
            class B(A): pass
            class C(A, Generic[T]): pass
            class D(B, C[int]): pass
            class E(SQLModel, A): pass
            """);
    assertThat(program.evaluator().resolutionOrder(type(program, "D")))
        .extracting(Recorder::shown)
        .containsExactly(
            "case.D", "case.B", "case.C", "case.A", "sqlmodel.SQLModel", "typing.Generic");
    assertThat(program.evaluator().resolutionOrder(type(program, "E")))
        .extracting(Recorder::shown)
        .containsExactly("case.E", "sqlmodel.SQLModel", "case.A");
  }

  @Test
  void annotationsFindLaterNamesAndParseText() {
    Programs.Program program =
        program(
            """
            from __future__ import annotations
            import datetime
            class User(DeclarativeBase):
                a: Mapped[List["Later"]]
                b: Mapped["Optional[Later]"]
                c: Annotated[str, Field(max_length=3), "note"]
                d: Literal["x", "y"]
                e: Mapped[Money]
                f: Mapped[Json]
                g: datetime.date | None
                date: datetime.date = Field()
                h: ClassVar[int] = 1
                i: Unheard
                j: "not a type ["
                k: Box[int]
            class Later(User): pass
            Money = Annotated[int, mapped_column(Integer)]
            type Json = dict[str, Json] | list[Later]
            type Box[T] = list[T]
            UserId = NewType("UserId", int)
            """);
    assertThat(shown(program.annotation("User", "a")))
        .isEqualTo("sqlalchemy.orm.Mapped[typing.List[case.Later]]");
    assertThat(shown(program.annotation("User", "b")))
        .isEqualTo("sqlalchemy.orm.Mapped[typing.Optional[case.Later]]");
    assertThat(shown(program.annotation("User", "c")))
        .isEqualTo("typing.Annotated[(builtins.str, sqlmodel.Field(max_length=3), 'note')]");
    assertThat(shown(program.annotation("User", "d"))).isEqualTo("typing.Literal[('x', 'y')]");
    assertThat(shown(program.annotation("User", "e")))
        .isEqualTo(
            "sqlalchemy.orm.Mapped[typing.Annotated[(builtins.int,"
                + " sqlalchemy.orm.mapped_column(sqlalchemy.Integer))]]");
    assertThat(shown(program.annotation("User", "f")))
        .startsWith("sqlalchemy.orm.Mapped[typing.TypeAliasType('Json', builtins.dict[");
    assertThat(shown(program.annotation("User", "g"))).isEqualTo("datetime.date | None");
    assertThat(shown(program.annotation("User", "date"))).isEqualTo("datetime.date");
    assertThat(shown(program.annotation("User", "i")))
        .isEqualTo("?NameError: name 'Unheard' is not defined?");
    assertThat(program.annotation("User", "j")).isInstanceOf(Value.Unknown.class);
    assertThat(shown(program.annotation("User", "k")))
        .startsWith("typing.TypeAliasType('Box', builtins.list[typing.TypeVar('T')], type_params=");
    assertThat(shown(program.value("UserId"))).isEqualTo("typing.NewType('UserId', builtins.int)");
  }

  @Test
  void typeParametersAreBoundInClassesAndFunctions() {
    Programs.Program program =
        program(
            """
            class Box[T: (int, str), *Rest](SQLModel):
                item: T
                rest: tuple[*Rest]
            def first[T](items: list[T]) -> T: return items[0]
            class IntBox(Box[int]): pass
            a = first([1])
            """);
    assertThat(shown(program.annotation("Box", "item"))).isEqualTo("typing.TypeVar('T')");
    assertThat(shown(program.annotation("Box", "rest")))
        .startsWith("builtins.tuple[")
        .contains("typing.TypeVarTuple('Rest')");
    assertThat(program.shown("a")).isEqualTo("1");
    assertThat(program.evaluator().resolutionOrder(type(program, "IntBox")))
        .extracting(Recorder::shown)
        .containsExactly("case.IntBox", "case.Box", "sqlmodel.SQLModel");
  }

  @Test
  void helpersThatBuildColumnsAreRun() {
    Programs.Program program =
        program(
            """
            def name(table, column, **options):
                text = f"fk_{table}_{column}"
                if len(text) > 63:
                    raise ValueError("too long")
                return text
            def key(target, *, nullable=False, **options):
                options.setdefault("ondelete", "CASCADE")
                return Field(sa_column=Column(ForeignKey(target, name=name(*target.split(".")), **options), nullable=nullable))
            class Row(SQLModel, table=True):
                user_id: int = key("user.id")
                team_id: int = key("team.id", nullable=True, ondelete="SET NULL")
            """);
    assertThat(type(program, "Row").members().values())
        .extracting(member -> shown(member.value().orElseThrow()))
        .containsExactly(
            "sqlmodel.Field(sa_column=sqlalchemy.Column(sqlalchemy.ForeignKey('user.id',"
                + " name='fk_user_id', ondelete='CASCADE'), nullable=False))",
            "sqlmodel.Field(sa_column=sqlalchemy.Column(sqlalchemy.ForeignKey('team.id',"
                + " name='fk_team_id', ondelete='SET NULL'), nullable=True))");
  }

  @Test
  void classesMadeByFactoriesAndDecoratorsAreClasses() {
    Programs.Program program =
        program(
            """
            def with_table(name):
                def decorate(cls):
                    cls.__tablename__ = name
                    return cls
                return decorate
            @sa.event.listens_for(SQLModel, "x")
            @with_table("things")
            class Thing(SQLModel, table=True): pass
            def make(name, base=SQLModel):
                class Made(base):
                    __tablename__ = name
                    title: str = Field()
                Made.__name__ = name
                return Made
            One, Two = make("one"), make("two")
            Dynamic = type("Dynamic", (SQLModel,), {"__tablename__": "dyn", "x": Column(Integer), "__annotations__": {"y": int}}, table=True)
            Thing.extra = Column(String)
            setattr(Thing, "more", Column(Integer))
            """);
    assertThat(program.evaluator().classes())
        .extracting(ClassValue::name)
        .containsExactly("Thing", "Made", "Made", "Dynamic");
    ClassValue thing = type(program, "Thing");
    assertThat(thing.members().keySet()).containsExactly("__tablename__", "extra", "more");
    assertThat(thing.decorators()).hasSize(2);
    assertThat(program.value("One")).isNotEqualTo(program.value("Two"));
    ClassValue dynamic = type(program, "Dynamic");
    assertThat(dynamic.members().keySet()).containsExactly("__tablename__", "x", "y");
    assertThat(dynamic.keywords()).containsKey("table");
    assertThat(shown(program.annotation("Dynamic", "y"))).isEqualTo("builtins.int");
    ClassValue two = type(program, "Two");
    assertThat(program.shown(program.evaluator().attribute(two, "__tablename__", two.location())))
        .isEqualTo("'two'");
  }

  @Test
  void attributesThatLibrariesAddStaySymbolicOrAreAnswered() {
    String source =
        """
        class Hero(SQLModel, table=True):
            age: int = Field()
        a = Hero.__table__
        b = Hero.age > 3
        c = Hero.metadata.tables["x"]
        d = Hero(age=3)
        e = d.age
        f = Index("i", Hero.age.desc(), postgresql_where=Hero.age.is_not(None))
        """;
    Programs.Program program = program(source);
    assertThat(shown(program.value("a"))).isEqualTo("case.Hero.__table__");
    assertThat(shown(program.value("b"))).isEqualTo("sqlmodel.Field() > 3");
    assertThat(shown(program.value("c"))).isEqualTo("case.Hero.metadata.tables['x']");
    assertThat(shown(program.value("d"))).isEqualTo("case.Hero(age=3)");
    assertThat(shown(program.value("e"))).isEqualTo("3");
    Host keep =
        new Host() {
          @Override
          public Optional<Value> attribute(Value.Attribute attribute) {
            return attribute.of() instanceof ClassValue ? Optional.of(attribute) : Optional.empty();
          }
        };
    assertThat(shown(Programs.of(HEAD + source, keep).value("f")))
        .isEqualTo(
            "sqlalchemy.Index('i', case.Hero.age.desc(),"
                + " postgresql_where=case.Hero.age.is_not(None))");
  }

  @Test
  void settingsComeFromTheEnvironment() {
    Programs.Program program =
        program(
            """
            from pydantic_settings import BaseSettings
            class Settings(BaseSettings):
                SCHEMA: str = "public"
                PLAIN = "x"
                @property
                def url(self): return "u/" + self.SCHEMA
            settings = Settings()
            a, b, c = settings.SCHEMA, settings.PLAIN, settings.url
            """);
    assertThat(program.shown("a"))
        .isEqualTo("unknown: setting SCHEMA comes from the environment (default 'public')");
    assertThat(program.shown("b")).isEqualTo("'x'");
    assertThat(program.shown("c"))
        .isEqualTo("unknown: setting SCHEMA comes from the environment (default 'public')");
  }

  @Test
  void customTypesKeepTheirArgumentsAndMethods() {
    Programs.Program program =
        program(
            """
            class Guid(sa.types.TypeDecorator):
                impl = sa.CHAR
                def __init__(self, length=36):
                    super().__init__(length)
                def load_dialect_impl(self, dialect):
                    if dialect.name == "postgresql":
                        return dialect.type_descriptor(sa.UUID())
                    return dialect.type_descriptor(sa.CHAR(36))
            column = Column(Guid(32))
            """);
    assertThat(shown(program.value("column"))).isEqualTo("sqlalchemy.Column(case.Guid(32))");
    ClassValue guid = type(program, "Guid");
    FunctionValue method =
        (FunctionValue)
            guid.members().values().stream()
                .filter(member -> member.name().equals("load_dialect_impl"))
                .findFirst()
                .flatMap(ClassValue.Member::value)
                .orElseThrow();
    Value dialect = new Value.Symbol("dialect");
    Host postgresql =
        new Host() {
          @Override
          public Optional<Value> attribute(Value.Attribute attribute) {
            return attribute.of().equals(dialect) && attribute.name().equals("name")
                ? Optional.of(new Value.Str("postgresql"))
                : Optional.empty();
          }
        };
    Value chosen =
        program
            .evaluator()
            .call(
                method,
                List.of(program.value("column"), dialect),
                Map.of(),
                method.location(),
                postgresql);
    assertThat(shown(chosen)).isEqualTo("dialect.type_descriptor(sqlalchemy.UUID())");
  }

  @Test
  void enumerationsOfModelsAreTheirMembers() {
    Programs.Program program =
        program(
            """
            import enum
            class Status(str, enum.Enum):
                ON = "on"
                OFF = "off"
            values = lambda e: [m.value for m in e]
            a = sa.Enum(Status, values_callable=values, name="status")
            b = sa.Enum(*[s.value for s in Status])
            c = Field(default=Status.ON, sa_column_kwargs={"server_default": Status.OFF.value})
            d = values(Status)
            """);
    assertThat(shown(program.value("a")))
        .isEqualTo("sqlalchemy.Enum(case.Status, values_callable=<lambda>, name='status')");
    assertThat(shown(program.value("b"))).isEqualTo("sqlalchemy.Enum('on', 'off')");
    assertThat(program.shown("d")).isEqualTo("['on', 'off']");
    assertThat(program.value("c"))
        .isInstanceOfSatisfying(
            Value.Call.class,
            call ->
                assertThat(call.keywords().get("default"))
                    .isEqualTo(
                        new Value.EnumMember(type(program, "Status"), "ON", new Value.Str("on"))));
  }

  @Test
  void assignmentsOnLibraryObjectsAreTold() {
    Recorder recorder = new Recorder();
    Programs.of(
        HEAD
            + """
            SQLModel.metadata.naming_convention = {"ix": "x"}
            table = sa.Table("t", sa.MetaData())
            table.info["k"] = 1
            table.append_column(Column("a"))
            """,
        recorder);
    assertThat(recorder.lines())
        .containsExactly(
            "sqlmodel.SQLModel.metadata.naming_convention = a dict",
            "sqlalchemy.MetaData()",
            "sqlalchemy.Table('t', sqlalchemy.MetaData())",
            "sqlalchemy.Table('t', sqlalchemy.MetaData()).info['k'] = 1",
            "sqlalchemy.Column('a')",
            "sqlalchemy.Table('t', sqlalchemy.MetaData()).append_column(sqlalchemy.Column('a'))");
  }

  @Test
  void contextsAndHelpersAreToldInOrder() {
    Recorder recorder = new Recorder();
    Programs.of(
        HEAD
            + """
            from alembic import op
            from contextlib import contextmanager
            @contextmanager
            def off():
                op.execute("A")
                yield op
                op.execute("Z")
            def add(table):
                with op.batch_alter_table(table) as batch:
                    batch.drop_column("x")
            with off() as o:
                for t in ("t1", "t2"):
                    add(t)
                getattr(o, "drop_" + "table")("t3")
            """,
        recorder);
    assertThat(recorder.lines())
        .containsExactly(
            "into off",
            "alembic.op.execute('A')",
            "into add",
            "alembic.op.batch_alter_table('t1')",
            "enter alembic.op.batch_alter_table('t1')",
            "alembic.op.batch_alter_table('t1').drop_column('x')",
            "exit alembic.op.batch_alter_table('t1')",
            "out of add",
            "into add",
            "alembic.op.batch_alter_table('t2')",
            "enter alembic.op.batch_alter_table('t2')",
            "alembic.op.batch_alter_table('t2').drop_column('x')",
            "exit alembic.op.batch_alter_table('t2')",
            "out of add",
            "alembic.op.drop_table('t3')",
            "alembic.op.execute('Z')",
            "out of off");
  }
}
