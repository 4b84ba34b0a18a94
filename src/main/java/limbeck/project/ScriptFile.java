package limbeck.project;

import java.nio.file.Path;
import java.util.Optional;
import limbeck.text.SourceFile;

/**
 * A revision file, found and not read yet.
 *
 * @param path where it is
 * @param source its text, read when it is asked for
 * @param state what the file system tells of it, if that is enough to notice a change
 */
public record ScriptFile(Path path, SourceFile source, Optional<FileState> state) {}
