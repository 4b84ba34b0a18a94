package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The static text of a script.py.mako with its places to fill in.
 *
 * <p>Understood is what Alembic's own templates use. A template with Python of its own in it cannot
 * be filled in without running Python; {@link #parse} then says so, and the default serves.
 */
public final class ScriptTemplate {
  /** The template of Alembic 1.16 and newer, in its own words where they reach the script. */
  public static final ScriptTemplate DEFAULT =
      known(
          """
          \"""${message}

          Revision ID: ${up_revision}
          Revises: ${down_revision | comma,n}
          Create Date: ${create_date}

          \"""

          from typing import Sequence, Union

          from alembic import op
          import sqlalchemy as sa
          ${imports if imports else ""}

          # revision identifiers, used by Alembic.
          revision: str = ${repr(up_revision)}
          down_revision: Union[str, Sequence[str], None] = ${repr(down_revision)}
          branch_labels: Union[str, Sequence[str], None] = ${repr(branch_labels)}
          depends_on: Union[str, Sequence[str], None] = ${repr(depends_on)}


          def upgrade() -> None:
              \"""Upgrade schema.\"""
              ${upgrades if upgrades else "pass"}


          def downgrade() -> None:
              \"""Downgrade schema.\"""
              ${downgrades if downgrades else "pass"}
          """);

  /** A place to fill in. */
  enum Hole {
    MESSAGE,
    ID,
    PARENTS,
    CREATE_DATE,
    IMPORTS,
    ID_LITERAL,
    PARENTS_LITERAL,
    LABELS_LITERAL,
    DEPENDS_LITERAL,
    UPGRADES,
    DOWNGRADES
  }

  /** Static text, or a place to fill in. */
  private sealed interface Part {
    record Text(String text) implements Part {}

    record Fill(Hole hole) implements Part {}
  }

  private final List<Part> parts;

  private ScriptTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private static ScriptTemplate known(String text) {
    return switch (parse(text)) {
      case Parsed.Understood(ScriptTemplate template) -> template;
      case Parsed.NotUnderstood(String why) -> throw new IllegalStateException(why);
    };
  }

  /** What became of a template's text. */
  public sealed interface Parsed {
    /**
     * It can be filled in.
     *
     * @param template the template
     */
    record Understood(ScriptTemplate template) implements Parsed {}

    /**
     * It holds Python that would have to run.
     *
     * @param why which, for the user
     */
    record NotUnderstood(String why) implements Parsed {}
  }

  /** Reads the text of a script.py.mako. */
  public static Parsed parse(String source) {
    String text = source.replace("\r\n", "\n");
    StringBuilder kept = new StringBuilder();
    int number = 0;
    for (String line : text.split("(?<=\n)", -1)) {
      number++;
      String stripped = line.strip();
      if (stripped.startsWith("##")) {
        continue;
      }
      if (stripped.startsWith("<%") || (stripped.startsWith("%") && !stripped.startsWith("%%"))) {
        return new Parsed.NotUnderstood("line " + number + ": " + stripped);
      }
      kept.append(line);
    }
    return fill(kept.toString());
  }

  private static Parsed fill(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      int end = open < 0 ? text.length() : open;
      if (end > at) {
        parts.add(new Part.Text(text.substring(at, end)));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      String expression = close < 0 ? "" : text.substring(open + 2, close);
      Optional<Hole> hole = hole(expression.replaceAll("\\s+", ""));
      if (hole.isEmpty()) {
        return new Parsed.NotUnderstood("${" + expression + "}");
      }
      parts.add(new Part.Fill(hole.get()));
      at = close + 1;
    }
    boolean hasBodies =
        parts.contains(new Part.Fill(Hole.UPGRADES))
            && parts.contains(new Part.Fill(Hole.DOWNGRADES))
            && parts.contains(new Part.Fill(Hole.ID_LITERAL));
    return hasBodies
        ? new Parsed.Understood(new ScriptTemplate(parts))
        : new Parsed.NotUnderstood("it has no place for revision, upgrades or downgrades");
  }

  private static Optional<Hole> hole(String expression) {
    String plain = expression.replace('\'', '"');
    return Optional.ofNullable(
        switch (plain) {
          case "message" -> Hole.MESSAGE;
          case "up_revision" -> Hole.ID;
          case "down_revision|comma,n", "down_revision|comma", "down_revision,n", "down_revision" ->
              Hole.PARENTS;
          case "create_date" -> Hole.CREATE_DATE;
          case "imports", "importsifimportselse\"\"" -> Hole.IMPORTS;
          case "repr(up_revision)" -> Hole.ID_LITERAL;
          case "repr(down_revision)" -> Hole.PARENTS_LITERAL;
          case "repr(branch_labels)" -> Hole.LABELS_LITERAL;
          case "repr(depends_on)" -> Hole.DEPENDS_LITERAL;
          case "upgrades", "upgradesifupgradeselse\"pass\"" -> Hole.UPGRADES;
          case "downgrades", "downgradesifdowngradeselse\"pass\"" -> Hole.DOWNGRADES;
          default -> null;
        });
  }

  /** Returns the text with every place filled in. */
  String fill(Function<Hole, String> content) {
    StringBuilder result = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Text(String text) -> result.append(text);
        case Part.Fill(Hole hole) -> result.append(content.apply(hole));
      }
    }
    return result.toString();
  }
}
