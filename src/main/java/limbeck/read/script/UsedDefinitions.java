package limbeck.read.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.ModuleSource;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.SyntaxTree;

/**
 * Which definitions of the application a script makes use of: classes, functions and constants that
 * it imports, and whatever these in turn are made of. As long as their text is the same, the script
 * does the same; the rest of the application may change.
 *
 * <p>Names are found in the text of a definition, its strings included: too many rather than too
 * few.
 */
public final class UsedDefinitions {
  private static final Pattern CHAIN =
      Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*");

  private static final int MOST = 3000;

  private final ModuleSource source;
  private final Map<String, Optional<ModuleParts>> modules = new HashMap<>();

  /** Looks for definitions in the application's own modules. */
  public UsedDefinitions(ModuleSource source) {
    this.source = source;
  }

  /** Returns the texts of the definitions a script uses, by module and name. */
  public SortedMap<String, String> of(SyntaxTree script) {
    ModuleParts.Part whole = ModuleParts.whole(script);
    SortedMap<String, String> found = new TreeMap<>();
    if (whole.imports().values().stream().anyMatch(this::isOwn)) {
      new Walk(found).uses(Optional.empty(), whole);
    }
    return found;
  }

  private boolean isOwn(ModuleParts.Imported imported) {
    String top = imported.module().split("\\.", 2)[0];
    return !top.isEmpty() && source.find(top).isPresent();
  }

  private Optional<ModuleParts> module(String name) {
    Optional<ModuleParts> known = modules.get(name);
    if (known == null) {
      known =
          source
              .find(name)
              .map(it -> ModuleParts.of(name, it.isPackage(), Parser.parse(it.file())));
      modules.put(name, known);
    }
    return known;
  }

  /** One way through the definitions. */
  private final class Walk {
    private final SortedMap<String, String> found;
    private final Set<ModuleParts.Part> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> asked = new HashSet<>();

    /** What is imported; other names that are not found may be locals and built-in ones. */
    private final Set<String> imports = new HashSet<>();

    private Walk(SortedMap<String, String> found) {
      this.found = found;
    }

    /** Follows every name in the text of a part. */
    private void uses(Optional<ModuleParts> module, ModuleParts.Part part) {
      Set<String> chains = new HashSet<>();
      Matcher matcher = CHAIN.matcher(part.text());
      while (matcher.find()) {
        chains.add(matcher.group());
      }
      for (String chain : chains) {
        List<String> names = Arrays.stream(chain.split("\\.", -1)).map(String::strip).toList();
        ModuleParts.Imported imported = part.imports().get(names.getFirst());
        if (imported != null) {
          follow(imported, rest(names));
        } else {
          module.ifPresent(it -> need(it, names.getFirst(), rest(names)));
        }
      }
      part.stars().forEach(it -> module(it).ifPresent(this::all));
    }

    /** What a script takes by star it may use under any name. */
    private void all(ModuleParts module) {
      module.parts().forEach(it -> take(module, it));
    }

    private void follow(ModuleParts.Imported imported, List<String> rest) {
      imported.name().ifPresent(it -> imports.add(imported.module() + ":" + it));
      if (imported.name().isEmpty()) {
        into(imported.module(), rest);
        return;
      }
      module(imported.module())
          .ifPresentOrElse(
              it -> need(it, imported.name().get(), rest),
              () -> {
                missing(imported.module(), imported.name().get());
                into(imported.module() + "." + imported.name().get(), rest);
              });
    }

    /** Follows attributes of a module. */
    private void into(String module, List<String> names) {
      if (names.isEmpty()) {
        return;
      }
      String child = module + "." + names.getFirst();
      Optional<ModuleParts> found = module(module);
      if (found.isPresent() && found.get().binds(names.getFirst())) {
        need(found.get(), names.getFirst(), rest(names));
      } else if (module(child).isPresent()) {
        into(child, rest(names));
      } else {
        found.ifPresent(it -> need(it, names.getFirst(), rest(names)));
      }
    }

    private void need(ModuleParts module, String name, List<String> rest) {
      if (!asked.add(module.name() + ":" + name + ":" + rest) || asked.size() > MOST) {
        return;
      }
      boolean bound = false;
      for (ModuleParts.Part part : module.parts()) {
        ModuleParts.Imported imported = part.imports().get(name);
        if (imported != null && part.names().contains(name)) {
          bound = true;
          follow(imported, rest);
        } else if (part.names().contains(name)) {
          bound = true;
          take(module, part);
        }
      }
      if (!bound) {
        for (ModuleParts.Part part : module.parts()) {
          part.stars().forEach(it -> module(it).ifPresent(star -> need(star, name, rest)));
        }
        if (module(module.name() + "." + name).isEmpty()) {
          missing(module.name(), name);
        }
        into(module.name() + "." + name, rest);
      }
    }

    /** What is not there may have been there at another time. */
    private void missing(String module, String name) {
      if (imports.contains(module + ":" + name)
          && source.find(module.split("\\.", 2)[0]).isPresent()
          && module(module + "." + name).isEmpty()) {
        found.putIfAbsent(module + ":" + name, "");
      }
    }

    private void take(ModuleParts module, ModuleParts.Part part) {
      if (seen.add(part)) {
        String key = module.name() + ":" + String.join(",", part.names());
        found.merge(key, part.text(), (one, other) -> one + "\n" + other);
        uses(Optional.of(module), part);
      }
    }

    private List<String> rest(List<String> names) {
      return new ArrayList<>(names.subList(1, names.size()));
    }
  }
}
