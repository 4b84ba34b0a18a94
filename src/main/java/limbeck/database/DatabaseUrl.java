package limbeck.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who enters it.
 *
 * @param host name or address
 * @param port of TCP
 * @param database its name
 * @param user the role
 * @param password of the role
 * @param parameters further ones by libpq's names, such as {@code sslmode}
 */
public record DatabaseUrl(
    String host,
    int port,
    String database,
    Optional<String> user,
    Optional<String> password,
    SortedMap<String, String> parameters) {

  private static final int DEFAULT_PORT = 5432;

  /** The form that SQLAlchemy documents; stricter readers refuse passwords that it takes. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[\\w+]+)://"
              + "(?:(?<user>[^:/@]*)(?::(?<password>[^@]*))?@)?"
              + "(?<host>\\[[^/?\\]]+\\]|[^/:?]+)?(?::(?<port>[^/?]*))?"
              + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

  /** The names that pgjdbc gives to parameters of libpq and asyncpg, where they differ. */
  private static final Map<String, String> JDBC_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "ssl", "sslmode",
          "target_session_attrs", "targetServerType");

  /** The same for the values of {@code target_session_attrs}. */
  private static final Map<String, String> JDBC_SERVERS =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  /** Copies the parameters. */
  public DatabaseUrl {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * Reads a URL as SQLAlchemy and libpq write it: {@code
   * postgresql+psycopg://user:password@host:port/database?sslmode=require}.
   *
   * @throws ToolFailure when it is no URL, or of another database
   */
  public static DatabaseUrl parse(String text) {
    Matcher url = FORM.matcher(text);
    if (!url.matches()) {
      // The text itself stays out of the message: it may hold a password.
      throw unusable("the database URL cannot be read");
    }
    String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
    if (!scheme.matches("postgres(ql)?(\\+\\w+)?")) {
      throw unusable("the database URL is not one of PostgreSQL, it begins with " + scheme);
    }
    SortedMap<String, String> parameters = parameters(url.group("query"));
    String host = part(url, "host", parameters, "host").orElse("localhost");
    host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (host.startsWith("/")) {
      throw unusable("the database URL names a Unix socket, which Java cannot reach: " + host);
    }
    int port = part(url, "port", parameters, "port").map(DatabaseUrl::port).orElse(DEFAULT_PORT);
    Optional<String> user = part(url, "user", parameters, "user");
    Optional<String> password = part(url, "password", parameters, "password");
    Optional<String> database = part(url, "database", parameters, "dbname").or(() -> user);
    return new DatabaseUrl(host, port, database.orElse("postgres"), user, password, parameters);
  }

  /** A part of the URL; the parameter that may state it as well is used up. */
  private static Optional<String> part(
      Matcher url, String group, SortedMap<String, String> parameters, String parameter) {
    Optional<String> stated = Optional.ofNullable(parameters.remove(parameter));
    return Optional.ofNullable(url.group(group))
        .filter(it -> !it.isEmpty())
        .map(DatabaseUrl::decode)
        .or(() -> stated);
  }

  /** Returns the URL for JDBC, without user and password, which {@link #properties()} holds. */
  public String jdbc() {
    return "jdbc:postgresql://%s:%d/%s".formatted(bracketed(host), port, encode(database));
  }

  /** Returns what JDBC takes beside its URL. */
  public Properties properties() {
    Properties result = new Properties();
    parameters.forEach(
        (key, value) ->
            result.setProperty(
                JDBC_NAMES.getOrDefault(key, key),
                key.equals("target_session_attrs")
                    ? JDBC_SERVERS.getOrDefault(value, value)
                    : value));
    user.ifPresent(it -> result.setProperty("user", it));
    password.ifPresent(it -> result.setProperty("password", it));
    return result;
  }

  /** Returns the URL as libpq reads it, password included. */
  public String libpq() {
    return withScheme("postgresql");
  }

  /** Returns the URL as SQLAlchemy reads it with the driver psycopg 3, password included. */
  public String sqlalchemy() {
    return withScheme("postgresql+psycopg");
  }

  /** Returns the same server's URL for another database. */
  public DatabaseUrl withDatabase(String other) {
    return new DatabaseUrl(host, port, other, user, password, parameters);
  }

  /** Returns the URL with the password hidden, fit for messages. */
  @Override
  public String toString() {
    return new DatabaseUrl(host, port, database, user, password.map(_ -> "***"), parameters)
        .libpq();
  }

  private String withScheme(String scheme) {
    String credentials =
        user.map(
                it ->
                    encode(it)
                        + password.map(secret -> ":" + encodeSecret(secret)).orElse("")
                        + "@")
            .orElse("");
    String query =
        parameters.entrySet().stream()
            .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&"));
    return "%s://%s%s:%d/%s%s"
        .formatted(
            scheme,
            credentials,
            bracketed(host),
            port,
            encode(database),
            query.isEmpty() ? "" : "?" + query);
  }

  private static String encodeSecret(String secret) {
    return secret.equals("***") ? secret : encode(secret);
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    // A plus is itself in these URLs; the decoder's habit is that of HTML forms.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static SortedMap<String, String> parameters(@Nullable String query) {
    SortedMap<String, String> result = new TreeMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          result.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return result;
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      throw unusable("the database URL has no number as its port: " + text);
    }
    return Integer.parseInt(text);
  }

  private static ToolFailure unusable(String message) {
    return new ToolFailure(
        ToolFailure.Code.PROJECT,
        message,
        "Write it as postgresql+psycopg://user:password@host:5432/database, special characters percent-encoded.");
  }
}
