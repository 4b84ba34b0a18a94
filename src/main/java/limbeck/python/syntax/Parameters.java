package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/**
 * The parameters of a function or lambda.
 *
 * @param positionalOnly those before {@code /}
 * @param positional the ordinary ones
 * @param variadic {@code *args}
 * @param keywordOnly those after {@code *}
 * @param keywords {@code **kwargs}
 * @param span from the first to the last; empty at the place where they would be when none
 */
public record Parameters(
    List<Parameter> positionalOnly,
    List<Parameter> positional,
    Optional<Parameter> variadic,
    List<Parameter> keywordOnly,
    Optional<Parameter> keywords,
    Span span)
    implements Node {}
