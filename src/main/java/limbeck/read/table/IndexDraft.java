package limbeck.read.table;

import java.util.List;
import java.util.Map;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * An index as its constructor states it.
 *
 * @param name what is said about its name
 * @param elements keys of columns, columns or expressions
 * @param unique whether it is unique
 * @param options the databases' keywords: {@code postgresql_where}…
 * @param at where
 */
public record IndexDraft(
    StatedName name,
    List<Value> elements,
    boolean unique,
    Map<String, Value> options,
    Location at) {}
