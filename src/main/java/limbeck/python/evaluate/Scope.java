package limbeck.python.evaluate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** A place where names are bound. */
final class Scope {
  /** The kinds of scopes, which differ in who sees their names. */
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    COMPREHENSION
  }

  private final Kind kind;
  private final @Nullable Scope parent;
  private final Module module;
  private final Names names;
  private final @Nullable MemberNames members;
  private final Map<String, Supplier<Optional<Value>>> deferred = new HashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> nonlocals = new HashSet<>();

  private Scope(
      Kind kind,
      @Nullable Scope parent,
      Module module,
      Names names,
      @Nullable MemberNames members) {
    this.kind = kind;
    this.parent = parent;
    this.module = module;
    this.names = names;
    this.members = members;
  }

  static Scope ofModule(Module module, Names names) {
    return new Scope(Kind.MODULE, null, module, names, null);
  }

  Scope ofClass(Journal journal, MemberNames body) {
    return new Scope(Kind.CLASS, this, module, journal.names(), body);
  }

  Scope ofFunction(Journal journal) {
    return new Scope(Kind.FUNCTION, this, module, journal.names(), null);
  }

  Scope ofComprehension(Journal journal) {
    return new Scope(Kind.COMPREHENSION, this, module, journal.names(), null);
  }

  Kind kind() {
    return kind;
  }

  @Nullable Scope parent() {
    return parent;
  }

  Module module() {
    return module;
  }

  Names names() {
    return names;
  }

  /** Returns the members that a class body defines; names are in there then. */
  @Nullable MemberNames members() {
    return members;
  }

  /** Returns the names declared {@code global}. */
  Set<String> globals() {
    return globals;
  }

  /** Returns the names declared {@code nonlocal}. */
  Set<String> nonlocals() {
    return nonlocals;
  }

  /** Returns what is bound here, not further out. */
  @Nullable Value own(String name) {
    if (members != null) {
      var member = members.get(name);
      return member == null ? null : member.value().orElse(null);
    }
    return names.get(name);
  }

  /** Binds a name here. */
  void bind(Journal journal, String name, Value value, Location at) {
    if (members != null) {
      journal.touch(members);
      members.bind(name, value, at);
    } else {
      journal.touch(names);
      names.put(name, value);
    }
  }

  /** Unbinds a name here. */
  void unbind(Journal journal, String name) {
    if (members != null) {
      journal.touch(members);
      members.remove(name);
    } else {
      journal.touch(names);
      names.remove(name);
    }
  }

  /** Binds a name to something that is found when first asked for, unless bound otherwise. */
  void defer(String name, Supplier<Optional<Value>> later) {
    deferred.put(name, later);
  }

  /** Returns what was put off; while it is being found, the name is not there. */
  Optional<Value> demand(String name) {
    Supplier<Optional<Value>> later = deferred.remove(name);
    if (later == null) {
      return Optional.empty();
    }
    Optional<Value> found = Optional.empty();
    try {
      found = later.get();
      return found;
    } finally {
      Optional<Value> kept = found;
      deferred.put(name, kept.isEmpty() ? later : () -> kept);
    }
  }
}
