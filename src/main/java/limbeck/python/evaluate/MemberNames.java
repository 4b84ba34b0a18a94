package limbeck.python.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** The members of a class, in order of first appearance. */
final class MemberNames extends LinkedHashMap<String, ClassValue.Member> implements Recorded {
  private final long birth;
  private final Map<String, Value.Unknown> doubtful = new LinkedHashMap<>();

  MemberNames(long birth) {
    this.birth = birth;
  }

  /** Returns the members that may be absent, with the condition. */
  Map<String, Value.Unknown> doubtful() {
    return doubtful;
  }

  void bind(String name, Value value, Location at) {
    ClassValue.Member before = get(name);
    Optional<Expression> annotation = before == null ? Optional.empty() : before.annotation();
    put(name, new ClassValue.Member(name, annotation, Optional.of(value), at));
  }

  void annotate(String name, Expression annotation, Location at) {
    ClassValue.Member before = get(name);
    Optional<Value> value = before == null ? Optional.empty() : before.value();
    put(name, new ClassValue.Member(name, Optional.of(annotation), value, at));
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public MemberNames copy() {
    MemberNames copy = new MemberNames(birth);
    copy.putAll(this);
    copy.doubtful.putAll(doubtful);
    return copy;
  }

  @Override
  public void restore(Recorded copy) {
    MemberNames earlier = (MemberNames) copy;
    clear();
    putAll(earlier);
    doubtful.clear();
    doubtful.putAll(earlier.doubtful);
  }

  @Override
  public void join(Recorded copy, Joining joining) {
    MemberNames other = (MemberNames) copy;
    doubtful.putAll(other.doubtful);
    for (String name : keySet()) {
      if (!other.containsKey(name)) {
        doubtful.putIfAbsent(name, joining.unknown());
      }
    }
    replaceAll((name, mine) -> joined(mine, other.get(name), joining));
    other.forEach(
        (name, member) -> {
          if (putIfAbsent(name, member) == null) {
            doubtful.putIfAbsent(name, joining.unknown());
          }
        });
  }

  private static ClassValue.Member joined(
      ClassValue.Member mine, ClassValue.@Nullable Member theirs, Joining joining) {
    if (theirs == null) {
      return mine;
    }
    Optional<Value> value =
        mine.value().isPresent() && theirs.value().isPresent()
            ? Optional.of(joining.join(mine.value().get(), theirs.value().get()))
            : mine.value().or(theirs::value);
    return new ClassValue.Member(
        mine.name(), mine.annotation().or(theirs::annotation), value, mine.location());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
