package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.IndexElement;
import limbeck.schema.ReferentialAction;
import limbeck.schema.TableName;

/** Constraints, inside {@code create_table} and as directives of their own. */
final class ConstraintCode {
  private final Names names;
  private final Imports imports;
  private final Spelling spelling;

  ConstraintCode(Names names, Imports imports, Spelling spelling) {
    this.names = names;
    this.imports = imports;
    this.spelling = spelling;
  }

  /** Returns a constraint as an argument of {@code create_table}. */
  Code inline(Constraint constraint) {
    List<Code> arguments = new ArrayList<>();
    String function =
        switch (constraint) {
          case Constraint.PrimaryKey it -> {
            columns(it.columns()).forEach(arguments::add);
            yield "sa.PrimaryKeyConstraint";
          }
          case Constraint.Unique it -> {
            columns(it.columns()).forEach(arguments::add);
            yield "sa.UniqueConstraint";
          }
          case Constraint.ForeignKey it -> {
            arguments.add(list(it.columns()));
            arguments.add(
                Code.strings(
                    it.targetColumns().stream().map(column -> it.target() + "." + column)));
            yield "sa.ForeignKeyConstraint";
          }
          case Constraint.Check it -> {
            arguments.add(condition(it));
            yield "sa.CheckConstraint";
          }
          case Constraint.Exclude it -> {
            it.elements().forEach(element -> arguments.add(exclusion(element)));
            yield imports.dialect("postgresql") + ".ExcludeConstraint";
          }
        };
    if (stated(constraint).isPresent()) {
      arguments.add(
          new Code.Named("name", names.constraint(Names.key(constraint), constraint.name())));
    }
    arguments.addAll(options(constraint));
    return Code.call(function, arguments);
  }

  /**
   * Returns a constraint added to a table.
   *
   * @param batch whether inside {@code batch_alter_table}, which has named the table already
   */
  Code added(TableName table, Constraint constraint, boolean batch) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(names.constraint(Names.key(constraint), stated(constraint)));
    if (!batch) {
      arguments.add(Code.string(table.name()));
    }
    String function =
        switch (constraint) {
          case Constraint.PrimaryKey it -> {
            arguments.add(list(it.columns()));
            yield "create_primary_key";
          }
          case Constraint.Unique it -> {
            arguments.add(list(it.columns()));
            yield "create_unique_constraint";
          }
          case Constraint.ForeignKey it -> {
            arguments.add(Code.string(it.target().name()));
            arguments.add(list(it.columns()));
            arguments.add(list(it.targetColumns()));
            yield "create_foreign_key";
          }
          case Constraint.Check it -> {
            arguments.add(condition(it));
            yield "create_check_constraint";
          }
          case Constraint.Exclude it -> {
            it.elements().forEach(element -> arguments.add(exclusion(element)));
            yield "create_exclude_constraint";
          }
        };
    arguments.addAll(options(constraint));
    addSchemas(table, constraint, batch, arguments);
    return Code.call((batch ? "batch_op." : "op.") + function, arguments);
  }

  /** MySQL calls every primary key PRIMARY, but takes that name from nobody. */
  private static Optional<ConstraintName> stated(Constraint constraint) {
    return constraint
        .name()
        .filter(
            it -> !(constraint instanceof Constraint.PrimaryKey && it.text().equals("PRIMARY")));
  }

  private static void addSchemas(
      TableName table, Constraint constraint, boolean batch, List<Code> arguments) {
    boolean isForeignKey = constraint instanceof Constraint.ForeignKey;
    if (!batch) {
      String name = isForeignKey ? "source_schema" : "schema";
      table.schema().ifPresent(it -> arguments.add(new Code.Named(name, Code.string(it))));
    }
    if (constraint instanceof Constraint.ForeignKey it) {
      it.target()
          .schema()
          .ifPresent(name -> arguments.add(new Code.Named("referent_schema", Code.string(name))));
    }
  }

  private static Code condition(Constraint.Check check) {
    return Code.string(SqlInPython.escaped(check.condition().text()));
  }

  private List<Code> options(Constraint constraint) {
    List<Code> arguments = new ArrayList<>();
    switch (constraint) {
      case Constraint.PrimaryKey it -> deferral(it.deferral(), arguments);
      case Constraint.Unique it -> {
        deferral(it.deferral(), arguments);
        if (!it.include().isEmpty()) {
          arguments.add(new Code.Named("postgresql_include", list(it.include())));
        }
        if (it.nullsNotDistinct()) {
          arguments.add(new Code.Named("postgresql_nulls_not_distinct", Code.bool(true)));
        }
      }
      case Constraint.ForeignKey it -> {
        action("onupdate", it.onUpdate(), arguments);
        action("ondelete", it.onDelete(), arguments);
        deferral(it.deferral(), arguments);
        it.match().ifPresent(text -> arguments.add(new Code.Named("match", Code.string(text))));
        notValid(it.validated(), arguments);
      }
      case Constraint.Check it -> notValid(it.validated(), arguments);
      case Constraint.Exclude it -> {
        it.where()
            .ifPresent(sql -> arguments.add(new Code.Named("where", SqlInPython.text(sql.text()))));
        arguments.add(new Code.Named("using", Code.string(it.method())));
        List<Code.Entry> classes =
            IndexCode.operatorClasses(
                it.elements().stream().map(Constraint.ExcludeElement::expression).toList());
        if (!classes.isEmpty()) {
          arguments.add(new Code.Named("ops", new Code.DictOf(classes)));
        }
        deferral(it.deferral(), arguments);
      }
    }
    return arguments;
  }

  private static void action(String name, ReferentialAction action, List<Code> arguments) {
    if (action != ReferentialAction.NO_ACTION) {
      arguments.add(new Code.Named(name, Code.string(action.sql())));
    }
  }

  private static void notValid(boolean validated, List<Code> arguments) {
    if (!validated) {
      arguments.add(new Code.Named("postgresql_not_valid", Code.bool(true)));
    }
  }

  private static void deferral(Deferral deferral, List<Code> arguments) {
    switch (deferral) {
      case NOT_DEFERRABLE -> {}
      case DEFERRABLE -> arguments.add(new Code.Named("deferrable", Code.bool(true)));
      case INITIALLY_DEFERRED -> {
        arguments.add(new Code.Named("deferrable", Code.bool(true)));
        arguments.add(new Code.Named("initially", Code.string("DEFERRED")));
      }
    }
  }

  private Code exclusion(Constraint.ExcludeElement element) {
    IndexElement indexed = element.expression();
    Code expression =
        IndexCode.isPlain(indexed)
            ? Code.string(indexed.column().orElseThrow().text())
            // The directive needs something with a name, which text() has not.
            : Code.call("sa.literal_column", Code.string(IndexCode.sql(indexed, spelling)));
    return new Code.TupleOf(List.of(expression, Code.string(element.operator())));
  }

  private static Code list(List<ColumnName> columns) {
    return Code.strings(columns.stream().map(ColumnName::text));
  }

  private static Stream<Code> columns(List<ColumnName> columns) {
    return columns.stream().map(it -> Code.string(it.text()));
  }

  /** Returns the word Alembic uses for a kind of constraint; empty where it has none. */
  static Optional<String> kind(limbeck.operation.ConstraintOperation.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> Optional.of("primary");
      case UNIQUE -> Optional.of("unique");
      case FOREIGN_KEY -> Optional.of("foreignkey");
      case CHECK -> Optional.of("check");
      case EXCLUDE -> Optional.empty();
    };
  }
}
