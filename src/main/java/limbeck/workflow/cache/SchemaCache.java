package limbeck.workflow.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Schema;

/**
 * Schemas that a chain of scripts was folded to, with what was wrong on the way. They hold as long
 * as the scripts of the chain and all that was looked up while they were read are the same.
 */
public final class SchemaCache {
  private final CacheFile file;

  /**
   * Opens it.
   *
   * @param key which scripts these are, and for which database they were read
   */
  public SchemaCache(CacheFolder folder, String key) {
    this.file = new CacheFile(folder, "schema", key);
  }

  /**
   * A script of a chain.
   *
   * @param revision its identifier
   * @param content what tells its text from others
   */
  public record Link(String revision, String content) {
    /** Returns the link of a script. */
    public static Link of(String revision, String text) {
      return new Link(revision, CacheFile.digest(text));
    }
  }

  /**
   * Something that was not understood, or would be refused.
   *
   * @param revision in which revision
   * @param message what
   * @param start where in its script
   * @param end where that ends
   */
  public record Remark(String revision, String message, int start, int end) {}

  /**
   * A revision after which the schema is in doubt.
   *
   * @param revision which
   */
  public record Doubt(String revision) {}

  /**
   * A folded chain.
   *
   * @param chain its scripts in order
   * @param lookUps what was looked up while they were read
   * @param remarks what was wrong with them
   * @param doubts which of them leave the schema in doubt
   * @param schema after all of them
   * @param before after all but the last
   */
  public record Kept(
      List<Link> chain,
      List<LookUps.Answer> lookUps,
      List<Remark> remarks,
      List<Doubt> doubts,
      Schema schema,
      Schema before) {
    /** Copies the lists. */
    public Kept {
      chain = List.copyOf(chain);
      lookUps = List.copyOf(lookUps);
      remarks = List.copyOf(remarks);
      doubts = List.copyOf(doubts);
    }

    /** Returns whether all that was looked up is the same now. */
    public boolean holds(LookUps now) {
      return lookUps.stream().allMatch(now::still);
    }
  }

  /** Returns what is kept if it is of a beginning of this chain; whether it holds is not told. */
  public Optional<Kept> find(List<Link> chain) {
    return file.read(in -> read(in, chain)).flatMap(it -> it);
  }

  private static Optional<Kept> read(DataInputStream in, List<Link> chain) throws IOException {
    RecordCodec codec = new RecordCodec();
    List<Link> kept = items(codec, Link.class, in);
    boolean beginning = kept.size() <= chain.size() && kept.equals(chain.subList(0, kept.size()));
    if (!beginning) {
      return Optional.empty();
    }
    List<LookUps.Answer> lookUps = items(codec, LookUps.Answer.class, in);
    List<Remark> remarks = items(codec, Remark.class, in);
    List<Doubt> doubts = items(codec, Doubt.class, in);
    Schema schema = (Schema) codec.read(Schema.class, in);
    Schema before = (Schema) codec.read(Schema.class, in);
    return Optional.of(new Kept(kept, lookUps, remarks, doubts, schema, before));
  }

  /** Keeps a folded chain in place of what was kept before. */
  public void save(Kept kept) {
    file.write(
        out -> {
          RecordCodec codec = new RecordCodec();
          items(codec, kept.chain(), out);
          items(codec, kept.lookUps(), out);
          items(codec, kept.remarks(), out);
          items(codec, kept.doubts(), out);
          codec.write(kept.schema(), Schema.class, out);
          codec.write(kept.before(), Schema.class, out);
        });
  }

  private static <T extends Record> List<T> items(
      RecordCodec codec, Class<T> type, DataInputStream in) throws IOException {
    int count = in.readInt();
    List<T> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(type.cast(codec.read(type, in)));
    }
    return result;
  }

  private static void items(RecordCodec codec, List<? extends Record> items, DataOutputStream out)
      throws IOException {
    out.writeInt(items.size());
    for (Record item : items) {
      codec.write(item, item.getClass(), out);
    }
  }

  /** Returns the contents of several texts as one. */
  static String together(List<String> texts) {
    return CacheFile.digest(Arrays.toString(texts.toArray()));
  }
}
