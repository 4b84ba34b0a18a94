package limbeck.dialect.postgresql;

import java.util.regex.Pattern;

/** Which statements PostgreSQL refuses inside a transaction block. */
final class OutsideTransaction {
  private static final String LEADING = "(?:\\s|--[^\\n]*\\n|/\\*(?s:.*?)\\*/)*";

  /** PreventInTransactionBlock in PostgreSQL's sources names them. */
  private static final Pattern REFUSED =
      Pattern.compile(
          LEADING
              + "(?:VACUUM\\b"
              + "|(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE)\\b"
              + "|ALTER\\s+SYSTEM\\b"
              + "|CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\b"
              + "|DROP\\s+INDEX\\s+CONCURRENTLY\\b"
              + "|REINDEX\\s+(?:\\([^)]*\\)\\s*)?(?:\\w+\\s+)?CONCURRENTLY\\b"
              + "|REINDEX\\s+(?:\\([^)]*\\)\\s*)?(?:DATABASE|SYSTEM|SCHEMA)\\b"
              + "|ALTER\\s+TABLE\\b(?s:.*)\\bDETACH\\s+PARTITION\\b(?s:.*)\\bCONCURRENTLY\\b"
              + "|DISCARD\\s+ALL\\b"
              + "|CREATE\\s+SUBSCRIPTION\\b"
              + "|ALTER\\s+DATABASE\\b(?s:.*)\\bSET\\s+TABLESPACE\\b"
              + "|CLUSTER\\s*$)(?s:.*)",
          Pattern.CASE_INSENSITIVE);

  private OutsideTransaction() {}

  /** Returns whether a statement must run outside a transaction. */
  static boolean refuses(String statement) {
    return REFUSED.matcher(statement).matches();
  }
}
