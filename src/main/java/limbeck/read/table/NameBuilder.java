package limbeck.read.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.read.table.ConventionFacts.NamedColumn;
import limbeck.read.value.Constants;
import limbeck.schema.TableName;

/**
 * Gives constraints and indexes their names: as stated, by the naming convention, cut to what the
 * database takes. Follows SQLAlchemy's {@code sql/naming.py}.
 */
public final class NameBuilder {
  private final NamingConvention convention;
  private final int maximumLength;
  private final Tokens custom;

  /**
   * Prepares to name.
   *
   * @param maximumLength in characters; longer generated names are cut
   */
  public NameBuilder(NamingConvention convention, int maximumLength) {
    this(convention, maximumLength, (_, _, _) -> Optional.empty());
  }

  NameBuilder(NamingConvention convention, int maximumLength, Tokens custom) {
    this.convention = convention;
    this.maximumLength = maximumLength;
    this.custom = custom;
  }

  /** Computes the tokens that a project defines itself; empty when one cannot be told. */
  interface Tokens {
    Optional<String> compute(Value function, StatedName stated, ConventionFacts facts);
  }

  /** What naming came to. */
  public sealed interface Naming {
    /**
     * A name.
     *
     * @param name as the database gets it
     */
    record Named(String name) implements Naming {}

    /** No name: the database chooses one. */
    record Unnamed() implements Naming {}

    /**
     * The name cannot be told, or the library would refuse.
     *
     * @param reason why, for the user
     */
    record Failed(String reason) implements Naming {}
  }

  /** Returns the name of a constraint or index. */
  public Naming name(NamingConvention.Kind kind, StatedName stated, ConventionFacts facts) {
    Optional<String> template = convention.template(kind);
    return switch (stated) {
      case StatedName.Final(String text) -> new Naming.Named(cut(text));
      case StatedName.Given(String text) ->
          template.filter(NameBuilder::wraps).isPresent()
              ? expand(template.get(), stated, facts)
              : given(text);
      case StatedName.Absent _ ->
          template.isPresent() ? expand(template.get(), stated, facts) : new Naming.Unnamed();
      case StatedName.Unclear(var value) ->
          new Naming.Failed("its name cannot be told: " + Constants.describe(value));
    };
  }

  private static boolean wraps(String template) {
    return template.contains("constraint_name");
  }

  private Naming given(String text) {
    return text.length() > maximumLength
        ? new Naming.Failed(
            "the name " + text + " is longer than the " + maximumLength + " characters allowed")
        : new Naming.Named(text);
  }

  private Naming expand(String template, StatedName stated, ConventionFacts facts) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (int next = template.indexOf('%'); next >= 0; next = template.indexOf('%', at)) {
      result.append(template, at, next);
      int end = tokenEnd(template, next);
      if (end < 0) {
        // "%%" stands for one, and so does one that begins no token.
        result.append('%');
        at = next + (template.startsWith("%%", next) ? 2 : 1);
        continue;
      }
      String token = template.substring(next + 2, end);
      at = end + 2;
      if (token.equals("constraint_name") && !(stated instanceof StatedName.Given)) {
        return new Naming.Failed("the naming convention asks for a name and none is stated");
      }
      Optional<String> value = token(token, stated, facts);
      if (value.isEmpty()) {
        return new Naming.Failed(
            "the token " + token + " of the naming convention cannot be computed");
      }
      result.append(value.get());
    }
    result.append(template, at, template.length());
    return result.isEmpty() ? new Naming.Unnamed() : new Naming.Named(cut(result.toString()));
  }

  /** Returns where the name in {@code %(name)s} ends; -1 when no token begins there. */
  private static int tokenEnd(String template, int at) {
    int end = at + 2;
    if (!template.startsWith("%(", at)) {
      return -1;
    }
    while (end < template.length() && isWord(template.charAt(end))) {
      end++;
    }
    return end > at + 2 && template.startsWith(")s", end) ? end : -1;
  }

  private static boolean isWord(char it) {
    return it == '_' || (it < 128 && Character.isLetterOrDigit(it));
  }

  private Optional<String> token(String token, StatedName stated, ConventionFacts facts) {
    Value own = convention.custom().get(token);
    if (own != null) {
      return custom.compute(own, stated, facts);
    }
    return switch (token) {
      case "table_name" -> Optional.of(facts.table().name());
      case "constraint_name" ->
          stated instanceof StatedName.Given(String text) ? Optional.of(text) : Optional.empty();
      case "referred_table_name" -> facts.referred().map(TableName::name);
      default -> columnToken(token, facts);
    };
  }

  /** What a token like {@code referred_column_0_N_name} asks for. */
  private record ColumnToken(boolean referred, int index, Optional<String> several, String what) {
    private static final Pattern FORM =
        Pattern.compile("(referred_)?column_(\\d+)(_?N)?_(name|key|label)");

    /** A convention has few tokens, and they are met for every name. */
    private static final Map<String, Optional<ColumnToken>> KNOWN = new ConcurrentHashMap<>();

    static Optional<ColumnToken> of(String token) {
      return KNOWN.computeIfAbsent(token, ColumnToken::read);
    }

    private static Optional<ColumnToken> read(String token) {
      Matcher matcher = FORM.matcher(token);
      return matcher.matches()
          ? Optional.of(
              new ColumnToken(
                  matcher.group(1) != null,
                  Integer.parseInt(matcher.group(2)),
                  Optional.ofNullable(matcher.group(3)),
                  matcher.group(4)))
          : Optional.empty();
    }
  }

  private static Optional<String> columnToken(String text, ConventionFacts facts) {
    Optional<ColumnToken> token = ColumnToken.of(text);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    List<String> values =
        token.get().referred()
            ? facts.referredColumns()
            : facts.columns().stream().map(it -> part(it, token.get().what(), facts)).toList();
    int index = token.get().index();
    return Optional.of(
        token
            .get()
            .several()
            .map(it -> String.join(it.startsWith("_") ? "_" : "", values))
            .orElse(index < values.size() ? values.get(index) : ""));
  }

  private static String part(NamedColumn column, String what, ConventionFacts facts) {
    return switch (what) {
      case "key" -> column.key();
      case "label" -> label(facts, column.name());
      default -> column.name();
    };
  }

  /** SQLAlchemy's label of a column: schema, table and column joined by underscores. */
  private static String label(ConventionFacts facts, String column) {
    List<String> parts = new ArrayList<>();
    facts.table().schema().ifPresent(it -> parts.add(it.replace('.', '_')));
    parts.add(facts.table().name());
    parts.add(column);
    return String.join("_", parts);
  }

  /** Cuts as SQLAlchemy does: the beginning, and four digits of the whole name's digest. */
  private String cut(String name) {
    if (name.length() <= maximumLength) {
      return name;
    }
    return name.substring(0, Math.max(maximumLength - 8, 0)) + "_" + digest(name);
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(hash);
      return hex.substring(hex.length() - 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
