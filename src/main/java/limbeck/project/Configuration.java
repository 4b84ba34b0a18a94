package limbeck.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.text.ToolFailure;

/**
 * Alembic's two configuration files seen as one: the ini file wins key by key, then {@code
 * [tool.alembic]}. Path lists keep the separators of the file they stand in.
 *
 * @param ini alembic.ini
 * @param toml the table {@code tool.alembic} of pyproject.toml
 * @param section the ini section in use
 * @param here the directory of the toml file, for its {@code %(here)s}
 */
record Configuration(
    Optional<IniFile> ini, Optional<TomlFile> toml, String section, Optional<Path> here) {

  Optional<String> value(String key) {
    return fromIni(key).or(() -> toml.flatMap(it -> it.string(key)).map(it -> expand(key, it)));
  }

  private Optional<String> fromIni(String key) {
    return ini.flatMap(it -> it.value(section, key));
  }

  /** Alembic takes only the exact text {@code true} of an ini file. */
  boolean flag(String key) {
    return fromIni(key)
        .map("true"::equals)
        .orElseGet(() -> toml.map(it -> it.bool(key)).orElse(false));
  }

  List<String> versionLocations() {
    Optional<String> text = fromIni("version_locations").filter(it -> !it.isEmpty());
    if (text.isEmpty()) {
      return fromToml("version_locations");
    }
    return fromIni("path_separator")
        .or(() -> fromIni("version_path_separator"))
        .map(it -> PathList.split(text.get(), it))
        .orElseGet(() -> PathList.splitLegacy(text.get(), false));
  }

  List<String> prependSysPath() {
    Optional<String> text = fromIni("prepend_sys_path").filter(it -> !it.isEmpty());
    if (text.isEmpty()) {
      return fromToml("prepend_sys_path");
    }
    return fromIni("path_separator")
        .map(it -> PathList.split(text.get(), it))
        .orElseGet(() -> PathList.splitLegacy(text.get(), true));
  }

  private List<String> fromToml(String key) {
    return toml.map(it -> it.strings(key)).orElse(List.of()).stream()
        .map(it -> expand(key, it))
        .toList();
  }

  /** Returns every readable key of the section; one with a broken variable is given as written. */
  SortedMap<String, String> options() {
    SortedMap<String, String> result = new TreeMap<>();
    toml.ifPresent(it -> result.putAll(it.allStrings(text -> expandLeniently(text))));
    ini.ifPresent(
        file -> {
          for (String key : file.keys(section)) {
            readLeniently(file, key).ifPresent(text -> result.put(key, text));
          }
        });
    return result;
  }

  private Optional<String> readLeniently(IniFile file, String key) {
    try {
      return file.value(section, key);
    } catch (ToolFailure broken) {
      return file.rawValue(section, key);
    }
  }

  List<Project.WriteHook> hooks() {
    if (ini.isPresent() && ini.get().hasSection("post_write_hooks")) {
      return iniHooks(ini.get());
    }
    List<Project.WriteHook> result = new ArrayList<>();
    for (TomlFile hook : toml.map(it -> it.tables("post_write_hooks")).orElse(List.of())) {
      SortedMap<String, String> options = hook.allStrings(text -> expand("post_write_hooks", text));
      String name = Optional.ofNullable(options.remove("name")).orElse("");
      result.add(new Project.WriteHook(name, options));
    }
    return result;
  }

  private static List<Project.WriteHook> iniHooks(IniFile file) {
    String section = "post_write_hooks";
    List<Project.WriteHook> result = new ArrayList<>();
    for (String name : PathList.splitLegacy(file.value(section, "hooks").orElse(""), false)) {
      // Keys are read without case, so the hook's name is looked up that way as well.
      String prefix = name.toLowerCase(Locale.ROOT) + ".";
      SortedMap<String, String> options = new TreeMap<>();
      for (String key : file.keys(section)) {
        if (key.startsWith(prefix)) {
          options.put(key.substring(prefix.length()), file.value(section, key).orElse(""));
        }
      }
      result.add(new Project.WriteHook(name, options));
    }
    return result;
  }

  private String expandLeniently(String text) {
    try {
      return expand("", text);
    } catch (ToolFailure broken) {
      return text;
    }
  }

  /** Fills in {@code %(here)s} and {@code %%}, all that Alembic offers in TOML. */
  private String expand(String key, String text) {
    StringBuilder result = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        result.append(text.charAt(at++));
      } else if (text.startsWith("%%", at)) {
        result.append('%');
        at += 2;
      } else if (text.startsWith("%(here)s", at) && here.isPresent()) {
        result.append(here.get().toString().replace('\\', '/'));
        at += "%(here)s".length();
      } else {
        String file = toml.map(it -> it.file().path()).orElse("pyproject.toml");
        throw new ToolFailure(
            ToolFailure.Code.PROJECT,
            file + ": the value of " + key + " holds a lone %",
            "write %% for the character itself; only %(here)s is filled in");
      }
    }
    return result.toString();
  }
}
