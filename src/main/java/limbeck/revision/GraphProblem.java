package limbeck.revision;

import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a graph of revisions, or with a name given for one of them. */
public sealed interface GraphProblem {
  /** Returns what is wrong, one line. */
  String message();

  /** Returns how to mend it, one line. */
  String help();

  /**
   * Two files with one identifier. Alembic takes the later one in file order and only warns.
   *
   * @param first the file that is hidden
   * @param second the file that is used
   */
  record DuplicateId(RevisionHeader first, RevisionHeader second) implements GraphProblem {
    @Override
    public String message() {
      return "revision id "
          + first.id()
          + " is used by two files: "
          + first.file()
          + " and "
          + second.file();
    }

    @Override
    public String help() {
      return "give one of them a new id, in its 'revision = …' and in the scripts that follow it";
    }
  }

  /**
   * {@code down_revision} names nothing.
   *
   * @param revision whose
   * @param parent the name
   * @param similar existing identifiers that look like it
   */
  record UnknownParent(RevisionHeader revision, RevisionId parent, List<RevisionId> similar)
      implements GraphProblem {
    /** Copies the list. */
    public UnknownParent {
      similar = List.copyOf(similar);
    }

    @Override
    public String message() {
      return revision.file()
          + ": down_revision "
          + parent
          + " of revision "
          + revision.id()
          + " does not exist";
    }

    @Override
    public String help() {
      return similar.isEmpty()
          ? "fetch the missing script (another branch may have it), or correct down_revision"
          : "did you mean " + joined(similar, " or ") + "? correct down_revision";
    }
  }

  /**
   * {@code depends_on} names nothing.
   *
   * @param revision whose
   * @param name as written
   */
  record UnknownDependency(RevisionHeader revision, String name) implements GraphProblem {
    @Override
    public String message() {
      return revision.file()
          + ": depends_on '"
          + name
          + "' of revision "
          + revision.id()
          + " is neither a revision nor a branch label";
    }

    @Override
    public String help() {
      return "write the full id of an existing revision, or a label from branch_labels";
    }
  }

  /**
   * Revisions that follow each other in a circle, or hang on such a circle.
   *
   * @param revisions which, in file order
   * @param throughDependencies whether {@code depends_on} closes it
   */
  record Cycle(List<RevisionHeader> revisions, boolean throughDependencies)
      implements GraphProblem {
    /** Copies the list. */
    public Cycle {
      revisions = List.copyOf(revisions);
    }

    @Override
    public String message() {
      return "these revisions form a circle"
          + (throughDependencies ? " through depends_on" : "")
          + ": "
          + revisions.stream().map(it -> it.id().text()).collect(Collectors.joining(", "));
    }

    @Override
    public String help() {
      return "correct "
          + (throughDependencies ? "depends_on" : "down_revision")
          + " of one of them, for example in "
          + revisions.getFirst().file();
    }
  }

  /**
   * A label declared by two revisions, or equal to an identifier.
   *
   * @param label which
   * @param first who has it already
   * @param second who declares it again
   */
  record LabelReused(String label, RevisionHeader first, RevisionHeader second)
      implements GraphProblem {
    @Override
    public String message() {
      return second.file()
          + ": branch label '"
          + label
          + "' of revision "
          + second.id()
          + " is already used by revision "
          + first.id();
    }

    @Override
    public String help() {
      return "choose another label; Alembic refuses the whole folder";
    }
  }

  /**
   * An identifier that Alembic refuses, or that its version table cannot hold.
   *
   * @param revision whose
   * @param reason what is wrong with it
   */
  record BadId(RevisionHeader revision, String reason) implements GraphProblem {
    @Override
    public String message() {
      return revision.file() + ": revision id '" + revision.id() + "' " + reason;
    }

    @Override
    public String help() {
      return "use letters, digits and underscores, at most "
          + RevisionId.MAXIMUM_LENGTH
          + " characters";
    }
  }

  /**
   * No revision or branch has this name.
   *
   * @param text as given
   * @param similar existing identifiers that look like it
   */
  record NotFound(String text, List<RevisionId> similar) implements GraphProblem {
    /** Copies the list. */
    public NotFound {
      similar = List.copyOf(similar);
    }

    @Override
    public String message() {
      return "there is no revision or branch '" + text + "'";
    }

    @Override
    public String help() {
      return similar.isEmpty()
          ? "list the revisions with: limbeck history"
          : "did you mean " + joined(similar, " or ") + "?";
    }
  }

  /**
   * Several revisions begin with this text.
   *
   * @param text as given
   * @param matches which
   */
  record AmbiguousId(String text, List<RevisionId> matches) implements GraphProblem {
    /** Copies the list. */
    public AmbiguousId {
      matches = List.copyOf(matches);
    }

    @Override
    public String message() {
      return "several revisions begin with '" + text + "': " + joined(matches, ", ");
    }

    @Override
    public String help() {
      return "give more characters of the one you mean";
    }
  }

  /**
   * One head was asked for, and there are several.
   *
   * @param argument what was asked for
   * @param heads which
   */
  record SeveralHeads(String argument, List<RevisionId> heads) implements GraphProblem {
    /** Copies the list. */
    public SeveralHeads {
      heads = List.copyOf(heads);
    }

    @Override
    public String message() {
      return "'"
          + argument
          + "' is not one revision, there are "
          + heads.size()
          + " heads: "
          + joined(heads, ", ");
    }

    @Override
    public String help() {
      return "name one of them, or join them with: alembic merge " + joined(heads, " ");
    }
  }

  /**
   * The revision is not on the branch it was asked for on.
   *
   * @param revision which
   * @param branch as given
   */
  record NotOnBranch(RevisionId revision, String branch) implements GraphProblem {
    @Override
    public String message() {
      return "revision " + revision + " is not on the branch '" + branch + "'";
    }

    @Override
    public String help() {
      return "leave out '" + branch + "@', or name a revision of that branch";
    }
  }

  /**
   * A relative name that leads past the end of the history.
   *
   * @param text as given
   */
  record TooFar(String text) implements GraphProblem {
    @Override
    public String message() {
      return "'" + text + "' leads past the end of the history";
    }

    @Override
    public String help() {
      return "use a smaller number; see: limbeck history";
    }
  }

  /**
   * A relative name that meets a fork or a merge.
   *
   * @param text as given
   * @param choices the revisions it could go to
   */
  record AmbiguousStep(String text, List<RevisionId> choices) implements GraphProblem {
    /** Copies the list. */
    public AmbiguousStep {
      choices = List.copyOf(choices);
    }

    @Override
    public String message() {
      return "'" + text + "' meets a fork: it could go to " + joined(choices, " or ");
    }

    @Override
    public String help() {
      return "name the revision itself, or the branch as in label@" + text;
    }
  }

  /**
   * The two ends do not lie on one line.
   *
   * @param from one end
   * @param to the other end
   */
  record NotOnOneLine(String from, String to) implements GraphProblem {
    @Override
    public String message() {
      return from + " and " + to + " do not lie on one line of the history";
    }

    @Override
    public String help() {
      return "choose an end that comes before or after the other; see: limbeck history";
    }
  }

  /**
   * Several targets, of which one brings another along.
   *
   * @param text as given
   * @param upper the one that needs the other
   * @param lower the other
   */
  record Overlap(String text, RevisionId upper, RevisionId lower) implements GraphProblem {
    @Override
    public String message() {
      return "'"
          + text
          + "' means "
          + upper
          + " and "
          + lower
          + ", and "
          + upper
          + " needs "
          + lower;
    }

    @Override
    public String help() {
      return "name " + upper + " alone";
    }
  }

  private static String joined(List<RevisionId> ids, String separator) {
    return ids.stream().map(RevisionId::text).collect(Collectors.joining(separator));
  }
}
