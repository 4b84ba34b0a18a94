package limbeck.operation;

import limbeck.schema.SqlType;

/** Types that behave alike when values are converted. */
public enum TypeFamily {
  /** Whole numbers. */
  INTEGER,
  /** Exact decimal numbers. */
  NUMERIC,
  /** Approximate numbers. */
  FLOATING,
  /** Text of any kind, with what is stored as text. */
  STRING,
  /** Truth values. */
  BOOLEAN,
  /** Days. */
  DATE,
  /** Times of day. */
  TIME,
  /** Points in time. */
  TIMESTAMP,
  /** Spans of time. */
  INTERVAL,
  /** Bytes. */
  BINARY,
  /** JSON documents. */
  JSON,
  /** Native UUIDs. */
  UUID,
  /** Native enum types. */
  ENUM,
  /** Arrays. */
  ARRAY,
  /** Types known by name only. */
  NAMED,
  /** Types that differ by database, not resolved, and types that could not be read. */
  UNKNOWN;

  /** Returns the family of a type. */
  public static TypeFamily of(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _ -> INTEGER;
      case SqlType.Numeric _ -> NUMERIC;
      case SqlType.Floating _, SqlType.DoublePrecision _, SqlType.Real _ -> FLOATING;
      case SqlType.Varchar _, SqlType.Char _, SqlType.Text _, SqlType.TextEnum _ -> STRING;
      case SqlType.BooleanType _ -> BOOLEAN;
      case SqlType.Date _ -> DATE;
      case SqlType.Time _ -> TIME;
      case SqlType.Timestamp _ -> TIMESTAMP;
      case SqlType.Interval _ -> INTERVAL;
      case SqlType.Binary _ -> BINARY;
      case SqlType.Json _ -> JSON;
      case SqlType.Uuid(boolean nativeType) -> nativeType ? UUID : STRING;
      case SqlType.EnumReference _ -> ENUM;
      case SqlType.ArrayOf _ -> ARRAY;
      case SqlType.Named _ -> NAMED;
      case SqlType.Variant _, SqlType.Unknown _ -> UNKNOWN;
    };
  }
}
