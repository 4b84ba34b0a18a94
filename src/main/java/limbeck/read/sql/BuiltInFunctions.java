package limbeck.read.sql;

import java.util.Set;

/**
 * Functions of PostgreSQL and of the extensions it is shipped with, of which none changes a schema;
 * read from the catalogs of version 18, those left out that only the server itself calls.
 */
final class BuiltInFunctions {
  private static final Set<String> NAMES =
      Set.of(
          """
          abbrev abs acos acosd acosh age any_value area armor array_agg array_dims array_fill
          array_length array_lower array_ndims array_position array_positions array_remove
          array_replace array_reverse array_sample array_shuffle array_sort array_to_json
          array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d
          atand atanh avg bigint between bit bit_and bit_count bit_length bit_or bit_xor bool bool_and
          bool_or boolean box broadcast btrim cardinality casefold cbrt ceil ceiling char
          char_length character_length chr circle clock_timestamp coalesce col_description
          concat concat_ws convert convert_from convert_to corr cos cosd cosh cot cotd count
          covar_pop covar_samp crc32 crc32c crypt cume_dist current_database current_query
          current_schema current_schemas current_setting current_user currval date date_add
          date_bin date_part date_subtract date_trunc datemultirange daterange dearmor decimal
          decode decrypt decrypt_iv defined degrees dense_rank digest div each encode encrypt
          encrypt_iv enum_first enum_last enum_range every exists exp extract factorial family
          filter first_value float floor format format_type gcd gen_random_bytes gen_random_uuid
          gen_salt generate_series generate_subscripts get_bit get_byte get_current_ts_config
          getdatabaseencoding greatest grouping hashint4 hashint8 hashtext hashtextextended has_any_column_privilege has_column_privilege
          has_database_privilege has_function_privilege has_schema_privilege
          has_sequence_privilege has_table_privilege has_type_privilege height hmac host
          hostmask hstore inet_client_addr inet_client_port inet_server_addr inet_server_port
          initcap int int4multirange int4range int8multirange int8range integer interval
          is_normalized isdefined isempty isexists isfinite json json_agg json_agg_strict
          json_array_elements json_array_elements_text json_array_length json_arrayagg
          json_build_array json_build_object json_each json_each_text json_exists json_object
          json_object_agg json_object_agg_strict json_object_agg_unique
          json_object_agg_unique_strict json_object_keys json_objectagg json_populate_record
          json_populate_recordset json_query json_scalar json_serialize json_strip_nulls
          json_table json_to_record json_to_recordset json_to_tsvector json_typeof json_value
          jsonb jsonb_agg jsonb_agg_strict jsonb_array_elements jsonb_array_elements_text
          jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text
          jsonb_insert jsonb_object jsonb_object_agg jsonb_object_agg_strict
          jsonb_object_agg_unique jsonb_object_agg_unique_strict jsonb_object_keys
          jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz
          jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz
          jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
          jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset
          jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
          jsonb_to_recordset jsonb_to_tsvector jsonb_typeof justify_days justify_hours
          justify_interval lag last_value lastval lcm lead least left length levenshtein line ln
          log log10 lower lower_inc lower_inf lpad ltrim macaddr8_set7bit make_date
          make_interval make_time make_timestamp make_timestamptz masklen max md5 merge_action
          metaphone min min_scale mod mode multirange netmask network nextval normalize now
          nth_value ntile nullif num_nonnulls num_nulls numeric nummultirange numnode numrange
          obj_description octet_length over overlaps overlay parse_ident percent_rank
          percentile_cont percentile_disc pgp_armor_headers pgp_key_id pgp_pub_decrypt
          pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt
          pgp_sym_decrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea phraseto_tsquery pi
          plainto_tsquery point polygon position pow power quote_ident quote_literal
          quote_nullable radians radius random random_normal range_agg range_intersect_agg
          range_merge rank real regexp_count regexp_instr regexp_like regexp_match
          regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table
          regexp_substr repeat replace reverse right round row row_number row_to_json rpad rtrim
          scale session_user set_bit set_byte set_config set_masklen setseed setval sha224
          sha256 sha384 sha512 show_trgm sign similarity sin sind sinh slice smallint soundex
          split_part sqrt statement_timestamp stddev stddev_pop stddev_samp
          strict_word_similarity string_agg string_to_array string_to_table strip strpos substr
          substring sum system_user tan tand tanh text time timeofday timestamp timestamptz
          timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
          to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc
          to_regprocedure to_regrole to_regtype to_regtypemod to_timestamp to_tsquery
          to_tsvector transaction_timestamp translate treat trim trim_array trim_scale trunc
          ts_delete ts_filter ts_headline ts_lexize ts_rank ts_rank_cd ts_rewrite tsmultirange
          tsrange tstzmultirange tstzrange tsvector_to_array txid_current
          txid_current_if_assigned txid_current_snapshot txid_snapshot_xip txid_snapshot_xmax
          txid_snapshot_xmin txid_status txid_visible_in_snapshot unaccent unistr unnest upper
          upper_inc upper_inf uuid uuid_extract_timestamp uuid_extract_version uuid_generate_v1
          uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5 uuid_nil uuidv4
          uuidv7 values var_pop var_samp varchar variance version websearch_to_tsquery width
          width_bucket within word_similarity xml_is_well_formed xml_is_well_formed_content
          xml_is_well_formed_document xmlagg xmlcomment xmlelement xmlexists xmlforest xmlparse
          xmlpi xmlroot xmlserialize xpath xpath_exists
          """
              .strip()
              .split("\\s+"));

  private BuiltInFunctions() {}

  /** Returns whether a function of that name, in lower case, leaves the schema as it is. */
  static boolean contains(String name) {
    // The prefix is reserved for the system.
    return name.startsWith("pg_") || NAMES.contains(name);
  }
}
