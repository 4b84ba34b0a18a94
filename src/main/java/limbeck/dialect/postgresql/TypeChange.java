package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/**
 * What a change of a column's type does to the rows, from one normal form to another.
 *
 * <p>The table stays as it is only where every value of the old type is stored the same in the new
 * one, and the server knows it (ATColumnChangeRequiresRewrite and the planner support functions of
 * the length coercions).
 */
final class TypeChange {
  private final SqlType from;
  private final SqlType to;

  TypeChange(SqlType from, SqlType to) {
    this.from = from;
    this.to = to;
  }

  /** Returns whether the table is written anew. */
  boolean rewrites(Schema schema) {
    if (base(from, schema).filter(to::equals).isPresent()) {
      return false; // a value of a domain is stored as one of its base type
    }
    return switch (to) {
      case SqlType.Varchar(var length, var _) -> rewritesAsText(length);
      case SqlType.Text _ -> rewritesAsText(Optional.empty());
      case SqlType.Numeric(var precision, var scale) ->
          !(from instanceof SqlType.Numeric(var oldPrecision, var oldScale)
              && (precision.isEmpty()
                  || (oldPrecision.isPresent()
                      && oldPrecision.get() <= precision.get()
                      && oldScale.equals(scale))));
      case SqlType.Timestamp(boolean zone, var digits) ->
          // From one to the other in a session whose zone is UTC, nothing is computed.
          !(from instanceof SqlType.Timestamp(boolean oldZone, var oldDigits)
              && (oldZone == zone ? isWider(oldDigits, digits) : zoneOnly(oldDigits, digits)));
      case SqlType.Time(boolean zone, var digits) ->
          !(from instanceof SqlType.Time(boolean oldZone, var oldDigits)
              && oldZone == zone
              && isWider(oldDigits, digits));
      case SqlType.Interval(var fields, var digits) ->
          !(from instanceof SqlType.Interval(var oldFields, var oldDigits)
              && (oldFields.equals(fields) || isWhole(fields))
              && isWider(oldDigits, digits));
      case SqlType.Named(String name, var arguments) -> rewritesAsNamed(name, arguments, schema);
      // Of arrays the server only knows that no length takes any.
      case SqlType.ArrayOf(SqlType element, int _) ->
          !(from instanceof SqlType.ArrayOf(SqlType old, int _)
              && (old.equals(element)
                  || (old instanceof SqlType.Varchar(var _, var collation)
                      && element.equals(new SqlType.Varchar(Optional.empty(), collation)))));
      case SqlType.Char _,
          SqlType.IntegerType _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          !sameButCollation();
    };
  }

  private boolean rewritesAsText(Optional<Integer> length) {
    if (from instanceof SqlType.Varchar(var old, var _)) {
      return length.isPresent() && (old.isEmpty() || old.get() > length.get());
    }
    return length.isPresent() || !(from instanceof SqlType.Text || isNamed("citext"));
  }

  private static boolean zoneOnly(Optional<Integer> old, Optional<Integer> digits) {
    return old.isEmpty() && digits.isEmpty();
  }

  /** Six digits are what no precision means. */
  private static boolean isWider(Optional<Integer> old, Optional<Integer> digits) {
    return old.orElse(6) <= digits.orElse(6);
  }

  /** From a day to a second: nothing is cut off. */
  private static boolean isWhole(Optional<String> fields) {
    return fields.isEmpty() || fields.get().equalsIgnoreCase("DAY TO SECOND");
  }

  private boolean rewritesAsNamed(String name, List<String> arguments, Schema schema) {
    if (from.equals(to)) {
      return false;
    }
    if ((name.equals("inet") && isNamed("cidr")) || (name.equals("citext") && isText(from))) {
      return from instanceof SqlType.Char;
    }
    if (name.equals("bit varying")
        && from instanceof SqlType.Named(String old, var oldArguments)
        && old.equals(name)) {
      return !arguments.isEmpty()
          && (oldArguments.isEmpty()
              || Integer.parseInt(oldArguments.getFirst())
                  > Integer.parseInt(arguments.getFirst()));
    }
    return domain(name, schema).map(it -> isConstrained(it) || !isOver(it, from)).orElse(true);
  }

  private boolean isNamed(String name) {
    return from instanceof SqlType.Named(String old, var _) && old.equals(name);
  }

  private static Optional<CarriedObject> domain(String name, Schema schema) {
    return schema.objects().values().stream()
        .filter(it -> it.kind() == CarriedObject.Kind.DOMAIN)
        .filter(it -> it.name().toString().equals(name))
        .findFirst();
  }

  /** Returns whether a type is a domain whose rule each value must pass. */
  static boolean isConstrainedDomain(SqlType type, Schema schema) {
    return type instanceof SqlType.Named(String name, var _)
        && domain(name, schema).filter(TypeChange::isConstrained).isPresent();
  }

  private static boolean isConstrained(CarriedObject domain) {
    String definition = domain.definition().text().toUpperCase(Locale.ROOT);
    return definition.contains(" CHECK") || definition.contains(" NOT NULL");
  }

  private static boolean isOver(CarriedObject domain, SqlType base) {
    return base(domain).filter(base::equals).isPresent();
  }

  /** Returns the type that a domain is over; empty for anything else. */
  private static Optional<SqlType> base(SqlType type, Schema schema) {
    return type instanceof SqlType.Named(String name, var _)
        ? domain(name, schema).flatMap(TypeChange::base)
        : Optional.empty();
  }

  private static Optional<SqlType> base(CarriedObject domain) {
    String definition = domain.definition().text();
    int as = definition.toUpperCase(Locale.ROOT).indexOf(" AS ");
    if (as < 0) {
      return Optional.empty();
    }
    String rest =
        definition
            .substring(as + 4)
            .replaceAll("(?is)\\s+(CHECK|NOT NULL|NULL|DEFAULT|CONSTRAINT|COLLATE)\\b.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return Optional.of(new NormalTypes(Schema.EMPTY).of(new SqlType.Named(rest, List.of())));
  }

  /** Returns whether nothing differs but a collation. */
  boolean sameButCollation() {
    return withoutCollation(from).equals(withoutCollation(to));
  }

  /**
   * Returns whether the indexes over the column are built anew although the table stays: another
   * collation or a time zone orders the values in another way.
   */
  boolean rebuildsIndexes() {
    boolean collation = sameButCollation() && !from.equals(to);
    boolean zone =
        from instanceof SqlType.Timestamp(boolean old, var _)
            && to instanceof SqlType.Timestamp(boolean now, var _)
            && old != now;
    boolean folded = isNamed(to, "citext") || isNamed("citext");
    return collation || zone || folded;
  }

  private static SqlType withoutCollation(SqlType type) {
    if (type instanceof SqlType.Varchar(var length, var _)) {
      return new SqlType.Varchar(length, Optional.empty());
    }
    if (type instanceof SqlType.Char(var length, var _)) {
      return new SqlType.Char(length, Optional.empty());
    }
    return type instanceof SqlType.Text ? new SqlType.Text(Optional.empty()) : type;
  }

  /**
   * Returns whether the server converts the values without a USING clause: there is an implicit or
   * assignment cast. Every type goes to a text so; a text goes to nothing else.
   */
  boolean isAutomatic(Schema schema) {
    Optional<SqlType> base = base(to, schema);
    Optional<SqlType> oldBase = base(from, schema);
    boolean domain = base.isPresent() || oldBase.isPresent();
    return domain
        ? new TypeChange(oldBase.orElse(from), base.orElse(to)).isAutomatic()
        : isAutomatic();
  }

  private boolean isAutomatic() {
    if (from.equals(to)
        || sameButCollation()
        || isText(to)
        || (isText(from) && isNamed(to, "citext"))
        || (isText(from) && isNamed(to, "name"))) {
      return true;
    }
    return switch (from) {
      case SqlType.IntegerType _, SqlType.Numeric _, SqlType.Real _, SqlType.DoublePrecision _ ->
          isNumber(to) || isNamed(to, "money") || isNamed(to, "oid");
      case SqlType.Date _ -> to instanceof SqlType.Timestamp;
      case SqlType.Timestamp _ ->
          to instanceof SqlType.Timestamp
              || to instanceof SqlType.Date
              || to instanceof SqlType.Time;
      case SqlType.Time _ -> to instanceof SqlType.Time || to instanceof SqlType.Interval;
      case SqlType.Interval _ -> to instanceof SqlType.Interval || to instanceof SqlType.Time;
      case SqlType.Json _ -> to instanceof SqlType.Json;
      case SqlType.ArrayOf(SqlType element, int _) ->
          to instanceof SqlType.ArrayOf(SqlType other, int _)
              && new TypeChange(element, other).isAutomatic();
      case SqlType.BooleanType _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.Binary _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.Floating _,
          SqlType.Variant _ ->
          false;
      // A type of an extension may bring casts that are not known here.
      case SqlType.Named _, SqlType.Unknown _ -> true;
    };
  }

  static boolean isText(SqlType type) {
    return type instanceof SqlType.Varchar
        || type instanceof SqlType.Text
        || type instanceof SqlType.Char;
  }

  static boolean isNumber(SqlType type) {
    return type instanceof SqlType.IntegerType
        || type instanceof SqlType.Numeric
        || type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision;
  }

  private static boolean isNamed(SqlType type, String name) {
    return type instanceof SqlType.Named(String own, var _) && own.equals(name);
  }

  /** Returns the greatest value of an integer, without its digits' sign. */
  static long greatest(IntegerSize size) {
    return switch (size) {
      case SMALL -> Short.MAX_VALUE;
      case NORMAL -> Integer.MAX_VALUE;
      case BIG -> Long.MAX_VALUE;
    };
  }
}
