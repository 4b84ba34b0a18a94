package limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Names of types. Every table and view has a type of its own name, for its rows, so that they keep
 * such names from each other; and what a column is said to be has to be there.
 */
final class NameRefusals {
  // pg_catalog's types that SqlType has no record for, by the names the reader leaves them.
  private static final Set<String> BUILT_IN =
      Set.of(
          ("aclitem bit bit_varying box bpchar bytea char cid cidr circle cstring date daterange"
                  + " datemultirange float4 float8 gtsvector inet int2 int2vector int4 int4range"
                  + " int4multirange int8 int8range int8multirange interval json jsonb jsonpath"
                  + " line lseg macaddr macaddr8 money name nummultirange numrange numeric oid"
                  + " oidvector path pg_lsn pg_snapshot point polygon record refcursor regclass"
                  + " regcollation regconfig regdictionary regnamespace regoper regoperator regproc"
                  + " regprocedure regrole regtype text tid time timestamp timestamptz timetz"
                  + " tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector txid_snapshot"
                  + " uuid varbit varchar xid xid8 xml bool boolean smallint integer bigint serial"
                  + " bigserial smallserial serial2 serial4 serial8 real decimal character nchar")
              .split(" "));

  private final Schema before;
  private final EffectList effects;

  NameRefusals(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  /** Adds the refusal of a type that bears the name of a relation. */
  void type(Optional<String> schema, String name) {
    if (before.table(new TableName(schema, name)).isPresent()
        || is(schema, name, CarriedObject.Kind.VIEW)
        || is(schema, name, CarriedObject.Kind.MATERIALIZED_VIEW)) {
      effects.fails("42710", "the name " + name + " is that of the type of a table's rows");
    }
  }

  /** Adds the refusal of a relation that bears the name of a type. */
  void relation(Optional<String> schema, String name) {
    if (before.enumType(new TypeName(schema, name)).isPresent()
        || is(schema, name, CarriedObject.Kind.DOMAIN)) {
      effects.fails("42710", "the name " + name + " is that of a type, as which rows need one");
    }
  }

  private boolean is(Optional<String> schema, String name, CarriedObject.Kind kind) {
    return before.objects().containsKey(Schema.objectKey(kind, new ObjectName(schema, name)));
  }

  /**
   * Adds that a type may not be there: no revision makes it, but an extension that somebody has
   * installed may have brought it.
   */
  void uses(SqlType type) {
    switch (type) {
      case SqlType.Named(String name, var _) -> {
        if (!isKnown(name)) {
          effects.mayFail("42704", "no revision makes the type " + name);
        }
      }
      case SqlType.ArrayOf(SqlType element, int _) -> uses(element);
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.Variant _,
          SqlType.Unknown _ -> {
        // Built in, an enum that Apply looks for, or not known.
      }
    }
  }

  private boolean isKnown(String name) {
    boolean plain = name.matches("\\w+");
    return !plain
        || BUILT_IN.contains(name.toLowerCase(Locale.ROOT))
        || before.tables().keySet().stream().anyMatch(it -> it.name().equals(name))
        || before.enums().keySet().stream().anyMatch(it -> it.name().equals(name))
        || before.objects().values().stream()
            .anyMatch(
                it -> it.kind() == CarriedObject.Kind.EXTENSION || it.name().name().equals(name));
  }
}
