package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** The order in which Python searches the classes of an object (C3). */
final class MethodResolution {
  private static final int DEPTH = 100;

  private final IdentityHashMap<ClassValue, List<Value>> orders = new IdentityHashMap<>();

  /** Returns the order, the class itself first, libraries' classes as they were given. */
  List<Value> order(ClassValue type) {
    return order(type, 0);
  }

  private List<Value> order(ClassValue type, int depth) {
    List<Value> known = orders.get(type);
    if (known != null) {
      return known;
    }
    List<Value> computed = depth > DEPTH ? List.of(type) : linearized(type, depth);
    orders.put(type, computed);
    return computed;
  }

  private List<Value> linearized(ClassValue type, int depth) {
    List<List<Value>> sequences = new ArrayList<>();
    List<Value> bases = new ArrayList<>();
    for (Value given : type.bases()) {
      Value base = origin(given);
      if (isObject(base)) {
        continue;
      }
      bases.add(base);
      sequences.add(new ArrayList<>(ancestors(base, depth)));
    }
    sequences.add(new ArrayList<>(bases));
    List<Value> result = new ArrayList<>();
    result.add(type);
    while (true) {
      sequences.removeIf(List::isEmpty);
      if (sequences.isEmpty()) {
        return List.copyOf(result);
      }
      Optional<Value> next = next(sequences);
      if (next.isEmpty()) {
        return depthFirst(type, depth);
      }
      Value chosen = next.get();
      result.add(chosen);
      for (List<Value> sequence : sequences) {
        if (sequence.getFirst().equals(chosen)) {
          sequence.removeFirst();
        }
      }
    }
  }

  private static Optional<Value> next(List<List<Value>> sequences) {
    for (List<Value> sequence : sequences) {
      Value candidate = sequence.getFirst();
      boolean free = sequences.stream().noneMatch(other -> other.lastIndexOf(candidate) > 0);
      if (free) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private List<Value> depthFirst(ClassValue type, int depth) {
    List<Value> result = new ArrayList<>();
    result.add(type);
    for (Value given : type.bases()) {
      Value base = origin(given);
      for (Value ancestor : ancestors(base, depth)) {
        if (!isObject(ancestor) && !result.contains(ancestor)) {
          result.add(ancestor);
        }
      }
    }
    return List.copyOf(result);
  }

  /** Returns a base and what stands above it; a library may have made it of a class. */
  private List<Value> ancestors(Value base, int depth) {
    if (base instanceof ClassValue parent) {
      return order(parent, depth + 1);
    }
    List<Value> result = new ArrayList<>();
    result.add(base);
    LibraryBases.madeOf(base).ifPresent(it -> result.addAll(order(it, depth + 1)));
    return result;
  }

  /** Returns the class that a subscripted one of the project stands for. */
  private static Value origin(Value base) {
    return base instanceof Value.Item(Value of, _) ? origin(of) : base;
  }

  private static boolean isObject(Value base) {
    return base instanceof Value.Symbol(String name) && name.equals("builtins.object");
  }

  /** Returns the first member of that name along the order. */
  Optional<PythonProgram.Inherited> member(ClassValue type, String name) {
    return member(order(type), name);
  }

  /** Returns the first member of that name among classes. */
  Optional<PythonProgram.Inherited> member(List<Value> classes, String name) {
    for (Value ancestor : classes) {
      if (ancestor instanceof ClassValue owner) {
        ClassValue.Member member = owner.members().get(name);
        if (member != null) {
          return Optional.of(new PythonProgram.Inherited(owner, member));
        }
      }
    }
    return Optional.empty();
  }
}
