package limbeck.workflow.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes and reads values made of records, sealed interfaces, enums, collections and plain values,
 * by the types their records declare. Nothing is read but what the declared type permits.
 */
final class RecordCodec {
  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private final Map<Class<?>, List<Class<?>>> choices = new HashMap<>();
  private final Map<String, Integer> written = new HashMap<>();
  private final List<String> met = new ArrayList<>();

  /** How to take a record apart and put it together. */
  private record Shape(Constructor<?> constructor, List<Method> accessors, List<Type> types) {}

  void write(Object value, Type type, DataOutputStream out) throws IOException {
    if (type instanceof ParameterizedType generic) {
      writeCollection(value, generic, out);
      return;
    }
    switch (value) {
      case String text -> writeText(text, out);
      case Boolean flag -> out.writeBoolean(flag);
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Enum<?> constant -> writeText(constant.name(), out);
      case Record made -> writeRecord(made, (Class<?>) type, out);
      default -> throw new IOException("cannot be kept: " + value.getClass());
    }
  }

  Object read(Type type, DataInputStream in) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return readCollection(generic, in);
    }
    Class<?> declared = (Class<?>) type;
    if (declared == String.class) {
      return readText(in);
    }
    if (declared == boolean.class || declared == Boolean.class) {
      return in.readBoolean();
    }
    if (declared == int.class || declared == Integer.class) {
      return in.readInt();
    }
    if (declared == long.class || declared == Long.class) {
      return in.readLong();
    }
    if (declared.isEnum()) {
      return constant(declared, readText(in));
    }
    return readRecord(declared, in);
  }

  private static Object constant(Class<?> declared, String name) throws IOException {
    for (Object constant : declared.getEnumConstants()) {
      if (constant instanceof Enum<?> each && each.name().equals(name)) {
        return each;
      }
    }
    throw new IOException("no " + name + " in " + declared);
  }

  private void writeCollection(Object value, ParameterizedType type, DataOutputStream out)
      throws IOException {
    Type first = type.getActualTypeArguments()[0];
    switch (value) {
      case Optional<?> optional -> {
        out.writeBoolean(optional.isPresent());
        if (optional.isPresent()) {
          write(optional.get(), first, out);
        }
      }
      case Map<?, ?> map -> {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey(), first, out);
          write(entry.getValue(), type.getActualTypeArguments()[1], out);
        }
      }
      case java.util.Collection<?> items -> {
        out.writeInt(items.size());
        for (Object item : items) {
          write(item, first, out);
        }
      }
      default -> throw new IOException("cannot be kept: " + type);
    }
  }

  private Object readCollection(ParameterizedType type, DataInputStream in) throws IOException {
    Type first = type.getActualTypeArguments()[0];
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return in.readBoolean() ? Optional.of(read(first, in)) : Optional.empty();
    }
    int count = in.readInt();
    if (raw == SortedMap.class) {
      SortedMap<Object, Object> map = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        map.put(read(first, in), read(type.getActualTypeArguments()[1], in));
      }
      return map;
    }
    List<Object> items = new ArrayList<>(Math.min(count, 1 << 16));
    for (int i = 0; i < count; i++) {
      items.add(read(first, in));
    }
    if (raw == List.class) {
      return items;
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(items);
    }
    throw new IOException("cannot be kept: " + type);
  }

  private void writeRecord(Record made, Class<?> declared, DataOutputStream out)
      throws IOException {
    if (declared.isInterface()) {
      out.writeByte(choices(declared).indexOf(made.getClass()));
    }
    Shape shape = shape(made.getClass());
    for (int i = 0; i < shape.types().size(); i++) {
      try {
        write(shape.accessors().get(i).invoke(made), shape.types().get(i), out);
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }

  private Object readRecord(Class<?> declared, DataInputStream in) throws IOException {
    Class<?> actual =
        declared.isInterface() ? choices(declared).get(in.readUnsignedByte()) : declared;
    Shape shape = shape(actual);
    Object[] parts = new Object[shape.types().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = read(shape.types().get(i), in);
    }
    try {
      return shape.constructor().newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  /** The records a sealed interface permits, through sealed interfaces below it too. */
  private List<Class<?>> choices(Class<?> declared) {
    List<Class<?>> known = choices.get(declared);
    if (known == null) {
      known = new ArrayList<>();
      for (Class<?> permitted : declared.getPermittedSubclasses()) {
        known.addAll(permitted.isInterface() ? choices(permitted) : List.of(permitted));
      }
      choices.put(declared, known);
    }
    return known;
  }

  private Shape shape(Class<?> type) throws IOException {
    Shape known = shapes.get(type);
    if (known == null) {
      RecordComponent[] components = type.getRecordComponents();
      try {
        known =
            new Shape(
                type.getDeclaredConstructor(
                    Arrays.stream(components)
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new)),
                Arrays.stream(components).map(RecordComponent::getAccessor).toList(),
                Arrays.stream(components).map(RecordComponent::getGenericType).toList());
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
      shapes.put(type, known);
    }
    return known;
  }

  /** Names come again and again; each is written once. */
  private void writeText(String text, DataOutputStream out) throws IOException {
    Integer number = written.putIfAbsent(text, written.size());
    out.writeInt(number == null ? -1 : number);
    if (number == null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private String readText(DataInputStream in) throws IOException {
    int number = in.readInt();
    if (number >= 0) {
      return met.get(number);
    }
    String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    met.add(text);
    return text;
  }
}
