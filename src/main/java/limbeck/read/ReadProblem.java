package limbeck.read;

import limbeck.text.Location;

/**
 * Something that could not be read, and what is unknown because of it.
 *
 * @param message what was found and why it is not understood, one line, for the user
 * @param unknown what is therefore not known, such as {@code type of hero.name}
 * @param at where
 * @param marked whether the schema says so itself, with an Unknown in that place
 */
public record ReadProblem(String message, String unknown, Location at, boolean marked) {}
