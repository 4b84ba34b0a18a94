package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of another type of a column. */
final class TypeEffects {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;
  private final NormalTypes types;

  TypeEffects(Schema before, int serverMajor, EffectList effects) {
    this.serverMajor = serverMajor;
    this.before = before;
    this.effects = effects;
    this.types = new NormalTypes(before);
  }

  void add(
      TableName table, ColumnName column, ColumnChange.SetType change, Optional<Column> known) {
    Optional<SqlType> stated = change.from().or(() -> known.map(Column::type)).map(types::of);
    SqlType to = types.of(change.to());
    ColumnEffects.lockRelated(table, column, before, effects);
    dependents(table, column);
    if (stated.isEmpty() || stated.get() instanceof SqlType.Unknown) {
      effects.form(LockFacts.SET_TYPE_REWRITING, table);
      effects.mayFail(
          "22P02",
          "the type that " + table + "." + column + " has is not known, so its rows may not fit");
      return;
    }
    TypeChange types = new TypeChange(stated.get(), to);
    work(table, column, types, change.using());
    conversion(table, column, types, change, known);
    conditions(table, column, stated.get(), to);
    new Narrowing(table, column, before, effects).add(stated.get(), to, change.using().isPresent());
  }

  /** What is computed from a column fixes its type. */
  private void dependents(TableName table, ColumnName column) {
    before
        .table(table)
        .map(it -> Dependents.computedFrom(it, column))
        .orElse(List.of())
        .forEach(
            it ->
                effects.fails(
                    serverMajor < 15 ? "42601" : "0A000",
                    "the computed column " + table + "." + it.name() + " uses " + column));
    for (String view : Dependencies.viewsOf(before, table, Optional.of(column))) {
      effects.keptByView("0A000", view, table, Optional.of(column));
    }
  }

  /** Conditions over the column are read anew: their operators may not be there for its type. */
  private void conditions(TableName table, ColumnName column, SqlType from, SqlType to) {
    TypeFamily old = TypeFamily.of(from);
    TypeFamily now = TypeFamily.of(to);
    boolean other = old != now && !(isNumber(old) && isNumber(now));
    if (!other) {
      return;
    }
    Optional<Table> known = before.table(table);
    known.map(Table::constraints).orElse(List.of()).stream()
        .filter(it -> it instanceof Constraint.Check)
        .map(it -> (Constraint.Check) it)
        .filter(it -> Dependents.uses(it, column))
        .filter(it -> compares(it.condition()))
        .findFirst()
        .ifPresent(
            it -> {
              String why =
                  "the check "
                      + it.condition()
                      + " may not be defined for "
                      + column
                      + " of another type";
              if (isNumber(old) && now == TypeFamily.STRING && isWithNumber(it, column)) {
                effects.fails("42883", why.replace(" may not be defined", " is not defined"));
              } else {
                effects.mayFail("42883", why);
              }
            });
    known.map(Table::indexes).orElse(List.of()).stream()
        .filter(it -> isComputedFrom(it, column))
        .findFirst()
        .ifPresent(
            it ->
                effects.mayFail(
                    "42883",
                    "the index "
                        + it.name().map(IndexName::text).orElse("")
                        + " may not be defined for "
                        + column
                        + " of another type"));
  }

  private static boolean isNumber(TypeFamily family) {
    return family == TypeFamily.INTEGER
        || family == TypeFamily.NUMERIC
        || family == TypeFamily.FLOATING;
  }

  /** No operator takes a text and a number. */
  private static boolean isWithNumber(Constraint.Check check, ColumnName column) {
    return check
        .condition()
        .text()
        .matches(
            "[\\s(]*\"?\\Q" + column + "\\E\"?[\\s)]*(<|>|<=|>=|=|<>|!=)\\s*\\d+(\\.\\d+)?[\\s)]*");
  }

  private static boolean compares(SqlText condition) {
    return condition.text().matches("(?is).*([<>=~(+*/-]|\\bin\\b|\\blike\\b|\\bbetween\\b).*");
  }

  private void work(
      TableName table, ColumnName column, TypeChange change, Optional<SqlText> using) {
    Optional<Table> known = before.table(table);
    if (change.rewrites(before) || using.filter(it -> !isPlain(it, column)).isPresent()) {
      effects.form(LockFacts.SET_TYPE_REWRITING, table);
      checkKeysAgain(table, column);
      return;
    }
    boolean checked =
        known.map(Table::constraints).orElse(List.of()).stream()
            .anyMatch(
                it ->
                    it instanceof Constraint.Check check
                        && check.validated()
                        && Dependents.uses(it, column));
    effects.form(checked ? LockFacts.SET_TYPE_CHECKED : LockFacts.SET_TYPE, table);
    SortedSet<IndexName> rebuilt = new TreeSet<>();
    known.map(DefaultNames.postgresql()::named).map(Table::indexes).orElse(List.of()).stream()
        .filter(
            it ->
                (change.rebuildsIndexes() && Dependents.uses(it, column))
                    || isComputedFrom(it, column))
        .map(Index::name)
        .flatMap(Optional::stream)
        .forEach(rebuilt::add);
    if (change.rebuildsIndexes()) {
      known.map(DefaultNames.postgresql()::named).map(Table::constraints).orElse(List.of()).stream()
          .filter(TypeEffects::isIndexed)
          .filter(it -> Dependents.uses(it, column))
          .map(Constraint::name)
          .flatMap(Optional::stream)
          .forEach(it -> rebuilt.add(new IndexName(it.text())));
    }
    if (!rebuilt.isEmpty()) {
      effects.scans(table);
    }
    effects.rebuildsIndexes(table, rebuilt);
  }

  private static boolean isIndexed(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
      case Constraint.ForeignKey _, Constraint.Check _ -> false;
    };
  }

  /** Written anew, the keys over the column are checked anew, from both ends. */
  private void checkKeysAgain(TableName table, ColumnName column) {
    before.table(table).map(Table::foreignKeys).orElse(List.of()).stream()
        .filter(it -> it.columns().contains(column) && it.validated())
        .forEach(it -> effects.scans(it.target()));
    Dependents.referencesTo(before, table, column).stream()
        .filter(it -> it.key().validated())
        .forEach(it -> effects.scans(it.holder()));
  }

  /** The column itself, or a cast of it, is what the server does without USING too. */
  private static boolean isPlain(SqlText using, ColumnName column) {
    String text = using.text().replaceAll("[\"()\\s]", "");
    String name = column.text().replaceAll("[\"()\\s]", "");
    return text.equals(name) || text.matches(java.util.regex.Pattern.quote(name) + "::[\\w,.]+");
  }

  private static boolean isComputedFrom(Index index, ColumnName column) {
    boolean inElement =
        index.elements().stream()
            .map(IndexElement::target)
            .anyMatch(
                it ->
                    it instanceof IndexElement.Target.OfExpression(SqlText text)
                        && Identifiers.mentions(text, column.text()));
    return inElement
        || index.where().filter(it -> Identifiers.mentions(it, column.text())).isPresent();
  }

  private void conversion(
      TableName table,
      ColumnName column,
      TypeChange change,
      ColumnChange.SetType stated,
      Optional<Column> known) {
    boolean automatic = change.isAutomatic(before);
    if (!automatic && stated.using().isEmpty()) {
      effects.fails(
          "42804",
          "PostgreSQL does not convert "
              + table
              + "."
              + column
              + " by itself: the change needs a USING expression");
    }
    boolean hasDefault =
        known
            .flatMap(Column::serverDefault)
            .filter(it -> it instanceof Default.Literal || it instanceof Default.BooleanConstant)
            .isPresent();
    if (!automatic && hasDefault) {
      effects.fails(
          "42804",
          "PostgreSQL does not convert the default of "
              + table
              + "."
              + column
              + ": drop it before, set it after");
    }
    if (!change.sameButCollation()) {
      effects.breaks(
          table, "code that reads or writes " + table + "." + column + " meets another type");
    }
  }

  /** Values that do not fit the new type, or lose something in it. */
  private static final class Narrowing {
    private final TableName table;
    private final ColumnName column;
    private final Schema before;
    private final EffectList effects;

    Narrowing(TableName table, ColumnName column, Schema before, EffectList effects) {
      this.table = table;
      this.column = column;
      this.before = before;
      this.effects = effects;
    }

    private String name() {
      return table + "." + column;
    }

    void add(SqlType from, SqlType to, boolean explicit) {
      if (from.equals(to)) {
        return;
      }
      switch (to) {
        case SqlType.Varchar(var length, var _) ->
            length.ifPresent(it -> length(from, it, explicit));
        case SqlType.Char(var length, var _) -> length.ifPresent(it -> length(from, it, explicit));
        case SqlType.IntegerType(var size) -> integer(from, TypeChange.greatest(size));
        case SqlType.Numeric(var precision, var scale) ->
            precision.ifPresent(it -> numeric(from, it, scale.orElse(0)));
        case SqlType.Real _ -> {
          if (from instanceof SqlType.DoublePrecision || from instanceof SqlType.Numeric) {
            effects.loses(table, "digits of " + name() + " beyond the sixth");
          }
        }
        case SqlType.Timestamp(boolean zone, var digits) -> timestamp(from, zone, digits);
        case SqlType.Date _ -> {
          if (from instanceof SqlType.Timestamp) {
            effects.loses(table, "the time of day in " + name());
          }
        }
        case SqlType.EnumReference(var type) ->
            before.enumType(type).ifPresent(it -> labels(from, it));
        case SqlType.DoublePrecision _,
            SqlType.Floating _,
            SqlType.Text _,
            SqlType.BooleanType _,
            SqlType.Time _,
            SqlType.Interval _,
            SqlType.Binary _,
            SqlType.Json _,
            SqlType.Uuid _,
            SqlType.TextEnum _,
            SqlType.ArrayOf _,
            SqlType.Named _,
            SqlType.Variant _,
            SqlType.Unknown _ ->
            unlike(from, to);
      }
    }

    private void length(SqlType from, int length, boolean explicit) {
      Optional<Integer> old = Optional.empty();
      if (from instanceof SqlType.Varchar(var stated, var _)) {
        old = stated;
      } else if (from instanceof SqlType.Char(var stated, var _)) {
        old = stated;
      }
      if (old.isPresent() && old.get() <= length) {
        return;
      }
      if (explicit) {
        effects.loses(table, "what is longer than " + length + " characters in " + name());
        return;
      }
      String text =
          TypeChange.isText(from) ? Probes.column(column) : Probes.column(column) + "::text";
      effects.mayFail(
          "22001",
          table,
          "values of " + name() + " may be longer than " + length + " characters",
          Optional.of(Probes.rowWhere(table, "char_length(" + text + ") > " + length)));
    }

    private void integer(SqlType from, long greatest) {
      if (from instanceof SqlType.IntegerType(var old) && TypeChange.greatest(old) <= greatest) {
        return;
      }
      if (!TypeChange.isNumber(from)) {
        unlike(from, new SqlType.Unknown(""));
        return;
      }
      if (!(from instanceof SqlType.IntegerType)) {
        effects.loses(table, "what stands behind the point in " + name());
      }
      effects.mayFail(
          "22003",
          table,
          "values of " + name() + " may be too large",
          Optional.of(
              Probes.rowWhere(
                  table,
                  Probes.column(column) + " NOT BETWEEN " + (-greatest - 1) + " AND " + greatest)));
    }

    private void numeric(SqlType from, int precision, int scale) {
      if (!TypeChange.isNumber(from)) {
        unlike(from, new SqlType.Unknown(""));
        return;
      }
      int digits = precision - scale;
      Optional<Integer> oldDigits = Optional.empty();
      Optional<Integer> oldScale = Optional.empty();
      if (from instanceof SqlType.Numeric(var oldPrecision, var stated)) {
        oldScale = oldPrecision.isPresent() ? Optional.of(stated.orElse(0)) : Optional.empty();
        oldDigits = oldPrecision.map(it -> it - stated.orElse(0));
      } else if (from instanceof SqlType.IntegerType(var size)) {
        oldScale = Optional.of(0);
        oldDigits = Optional.of(String.valueOf(TypeChange.greatest(size)).length());
      }
      if (oldScale.isEmpty() || oldScale.get() > scale) {
        effects.loses(table, "digits of " + name() + " behind the point beyond " + scale);
      }
      if (oldDigits.isEmpty() || oldDigits.get() > digits) {
        effects.mayFail(
            "22003",
            table,
            "values of " + name() + " may have more than " + digits + " digits before the point",
            Optional.of(
                Probes.rowWhere(table, "abs(" + Probes.column(column) + ") >= 1e" + digits)));
      }
    }

    private void timestamp(SqlType from, boolean zone, Optional<Integer> digits) {
      if (from instanceof SqlType.Timestamp(boolean oldZone, var oldDigits)) {
        if (oldDigits.orElse(6) > digits.orElse(6)) {
          effects.loses(table, "digits of the second in " + name());
        }
        if (oldZone != zone) {
          effects.breaks(
              table, "values of " + name() + " are taken in the time zone of the session");
        }
      } else if (!(from instanceof SqlType.Date)) {
        unlike(from, new SqlType.Unknown(""));
      }
    }

    private void labels(SqlType from, EnumType type) {
      String labels =
          String.join(", ", type.labels().stream().map(PostgresqlSpelling::quoted).toList());
      boolean covered =
          from instanceof SqlType.EnumReference(var old)
              && before
                  .enumType(old)
                  .filter(it -> type.labels().containsAll(it.labels()))
                  .isPresent();
      if (!covered) {
        effects.mayFail(
            "22P02",
            table,
            "values of " + name() + " may be none of the labels of " + type.name(),
            labels.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Probes.rowWhere(
                        table, Probes.column(column) + "::text NOT IN (" + labels + ")")));
      }
    }

    /** A text is anything; whether it reads as the new type, only the rows tell. */
    private void unlike(SqlType from, SqlType to) {
      boolean text =
          TypeChange.isText(to)
              || (to instanceof SqlType.Named(String name, _) && name.equals("citext"));
      if (TypeChange.isText(from) && !text) {
        effects.mayFail(
            "22P02",
            table,
            "values of " + name() + " may not read as the new type",
            Optional.empty());
      }
    }
  }
}
