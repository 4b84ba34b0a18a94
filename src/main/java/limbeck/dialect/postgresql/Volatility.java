package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.standard.Tokens;
import limbeck.dialect.standard.Tokens.Kind;
import limbeck.dialect.standard.Tokens.Token;
import limbeck.schema.SqlText;

/**
 * Whether an expression has one value for a whole statement. Only then is a column added with it
 * without writing the table anew (PostgreSQL, ALTER TABLE, Notes).
 */
final class Volatility {
  /**
   * Functions of PostgreSQL that are not volatile ({@code pg_proc.provolatile}). A function that is
   * not known here may be: that is what CREATE FUNCTION makes of it unless told otherwise.
   */
  private static final Set<String> STEADY =
      Set.of(
          ("abs age array_append array_cat array_fill array_length array_prepend array_to_string"
                  + " ascii btrim cardinality ceil ceiling char_length character_length chr coalesce"
                  + " concat concat_ws current_database current_schema current_setting date date_part"
                  + " date_trunc decode encode exp extract floor format greatest initcap int4"
                  + " inet_client_addr json_build_array json_build_object json_object jsonb"
                  + " jsonb_build_array jsonb_build_object jsonb_object jsonb_set justify_days"
                  + " justify_hours justify_interval least left length ln log lower lpad ltrim"
                  + " make_date make_interval make_time make_timestamp make_timestamptz md5 mod now"
                  + " nullif numeric octet_length overlay point position pow power quote_ident"
                  + " quote_literal quote_nullable regexp_replace repeat replace reverse right round"
                  + " row rpad rtrim sha256 sign split_part sqrt starts_with statement_timestamp"
                  + " string_to_array strpos substr substring text timestamp timestamptz timezone"
                  + " to_ascii to_char to_date to_hex to_json to_jsonb to_number to_timestamp"
                  + " to_tsquery to_tsvector transaction_timestamp translate trim trunc tsrange"
                  + " tstzrange daterange int4range int8range numrange upper uuid varchar width_bucket")
              .split(" "));

  /** Functions whose value another moment, session or setting changes: no index holds it. */
  private static final Set<String> CHANGING =
      Set.of(
          ("now transaction_timestamp statement_timestamp clock_timestamp timeofday random"
                  + " gen_random_uuid uuid_generate_v1 uuid_generate_v4 uuidv7 nextval currval"
                  + " setval current_setting txid_current to_char")
              .split(" "));

  private static final Set<String> CHANGING_WORDS =
      Set.of(
          ("current_timestamp current_date current_time localtimestamp localtime current_user"
                  + " session_user")
              .split(" "));

  private static final Set<String> WITH_CONFIGURATION =
      Set.of("to_tsvector", "to_tsquery", "plainto_tsquery");

  private Volatility() {}

  /** Returns what makes an expression unfit for an index or a computed column, if anything does. */
  static Optional<String> changing(SqlText expression) {
    List<Token> tokens = Tokens.of(expression.text());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Kind.WORD) {
        continue;
      }
      String name = tokens.get(i).text().toLowerCase(Locale.ROOT);
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      // Without a configuration, the session's own decides about the words.
      boolean ofSession =
          call
              && WITH_CONFIGURATION.contains(name)
              && i + 3 < tokens.size()
              && tokens.get(i + 3).is(")");
      if ((call && CHANGING.contains(name)) || ofSession || CHANGING_WORDS.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Returns whether an expression may differ from row to row. */
  static boolean isVolatile(SqlText expression) {
    List<Token> tokens = Tokens.of(expression.text());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean call =
          (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED) && tokens.get(i + 1).is("(");
      boolean type = i > 0 && tokens.get(i - 1).is("::");
      String name =
          token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.value();
      if (call && !type && !isGrammar(name) && !STEADY.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Words of the grammar that a parenthesis may follow. */
  private static boolean isGrammar(String word) {
    return switch (word) {
      case "and",
          "or",
          "not",
          "in",
          "any",
          "all",
          "some",
          "array",
          "cast",
          "case",
          "when",
          "then",
          "else",
          "as",
          "between",
          "like",
          "interval",
          "time",
          "is",
          "from",
          "for",
          "select",
          "where",
          "character",
          "varying",
          "numeric",
          "decimal",
          "char",
          "bit",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "values" ->
          true;
      default -> false;
    };
  }
}
