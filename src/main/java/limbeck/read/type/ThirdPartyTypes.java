package limbeck.read.type;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.read.value.Arguments;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;

/** Types of widely used packages, by what they store. */
final class ThirdPartyTypes {
  private final DialectName dialect;
  private final Map<String, TypeConstructor> constructors;

  ThirdPartyTypes(DialectName dialect) {
    this.dialect = dialect;
    this.constructors =
        Map.ofEntries(
            entry("sqlmodel.AutoString", this::autoString),
            entry("sqlmodel.GUID", _ -> new SqlType.Uuid(true)),
            entry("sqlmodel.UTCDateTime", _ -> new SqlType.Timestamp(true, Optional.empty())),
            entry("sqlalchemy_utils.UUIDType", this::utilsUuid),
            entry("sqlalchemy_utils.EmailType", it -> sizedText(it, 255)),
            entry("sqlalchemy_utils.URLType", _ -> text()),
            entry("sqlalchemy_utils.JSONType", _ -> utilsJson()),
            entry("sqlalchemy_utils.ScalarListType", _ -> text()),
            entry("sqlalchemy_utils.LtreeType", _ -> StandardTypes.named("ltree")),
            entry("sqlalchemy_utils.TSVectorType", _ -> StandardTypes.named("tsvector")),
            entry("sqlalchemy_utils.ArrowType", _ -> timestamp()),
            entry("sqlalchemy_utils.PhoneNumberType", _ -> varchar(20)),
            entry("sqlalchemy_utils.CountryType", _ -> varchar(2)),
            entry("sqlalchemy_utils.CurrencyType", _ -> varchar(3)),
            entry("sqlalchemy_utils.LocaleType", _ -> varchar(10)),
            entry("sqlalchemy_utils.ColorType", it -> sizedText(it, 20)),
            entry("sqlalchemy_utils.IPAddressType", it -> sizedText(it, 50)),
            entry("sqlalchemy_utils.TimezoneType", _ -> varchar(50)),
            entry("fastapi_users_db_sqlalchemy.generics.GUID", _ -> guid36()),
            entry(
                "fastapi_users_db_sqlalchemy.generics.TIMESTAMPAware",
                _ -> new SqlType.Timestamp(true, Optional.empty())),
            entry("pgvector.sqlalchemy.Vector", it -> dimensions("vector", it)),
            entry("pgvector.sqlalchemy.VECTOR", it -> dimensions("vector", it)),
            entry("pgvector.sqlalchemy.HALFVEC", it -> dimensions("halfvec", it)),
            entry("pgvector.sqlalchemy.SPARSEVEC", it -> dimensions("sparsevec", it)),
            entry("geoalchemy2.Geometry", it -> spatial("geometry", it)),
            entry("geoalchemy2.types.Geometry", it -> spatial("geometry", it)),
            entry("geoalchemy2.Geography", it -> spatial("geography", it)),
            entry("geoalchemy2.types.Geography", it -> spatial("geography", it)));
  }

  /** Returns how a type is made; empty when the package is not known here. */
  Optional<TypeConstructor> find(String name) {
    return Optional.ofNullable(constructors.get(name));
  }

  /** SQLModel's string: MySQL gets a length when none is stated. */
  private SqlType autoString(Arguments arguments) {
    Optional<Integer> length = arguments.integer(0, "length");
    boolean needsLength = dialect == DialectName.MYSQL || dialect == DialectName.MARIADB;
    return new SqlType.Varchar(
        length.isEmpty() && needsLength ? Optional.of(255) : length,
        arguments.text(1, "collation"));
  }

  private SqlType utilsUuid(Arguments arguments) {
    boolean binary = arguments.flag(0, "binary").orElse(true);
    boolean useNative = arguments.flag(1, "native").orElse(true);
    if (useNative && dialect == DialectName.POSTGRESQL) {
      return new SqlType.Uuid(true);
    }
    return binary
        ? new SqlType.Named("binary", List.of("16"))
        : new SqlType.Char(Optional.of(32), Optional.empty());
  }

  private SqlType utilsJson() {
    return dialect == DialectName.POSTGRESQL ? new SqlType.Json(false) : text();
  }

  private SqlType guid36() {
    return dialect == DialectName.POSTGRESQL
        ? new SqlType.Uuid(true)
        : new SqlType.Char(Optional.of(36), Optional.empty());
  }

  private static SqlType text() {
    return new SqlType.Text(Optional.empty());
  }

  private static SqlType timestamp() {
    return new SqlType.Timestamp(false, Optional.empty());
  }

  private static SqlType varchar(int length) {
    return new SqlType.Varchar(Optional.of(length), Optional.empty());
  }

  private static SqlType sizedText(Arguments arguments, int usual) {
    return varchar(
        arguments.integer("length").or(() -> arguments.integer("max_length")).orElse(usual));
  }

  private static SqlType dimensions(String name, Arguments arguments) {
    return new SqlType.Named(
        name, arguments.integer(0, "dim").map(it -> List.of(it.toString())).orElse(List.of()));
  }

  private static SqlType spatial(String name, Arguments arguments) {
    String kind = arguments.text(0, "geometry_type").orElse("GEOMETRY");
    int system = arguments.integer(1, "srid").orElse(-1);
    return new SqlType.Named(name, List.of(kind, Integer.toString(system)));
  }
}
