package limbeck.sql;

/**
 * One statement cut out of a longer text.
 *
 * @param text the statement, from its first to its last token: no semicolon, no blanks or comments
 *     around it
 * @param start where it begins in the longer text, in UTF-16 units
 * @param end the first unit after it
 */
public record SqlStatement(String text, int start, int end) {}
