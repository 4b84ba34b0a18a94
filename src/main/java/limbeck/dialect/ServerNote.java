package limbeck.dialect;

/**
 * What the manual of a database says an operation does there, besides changing the schema. Nothing
 * of it is measured by this tool unless it says so.
 *
 * @param what in words, for the user
 * @param copies whether all rows of a table are copied while writers wait
 * @param source where it is written
 * @param measured whether a server was seen to do so
 */
public record ServerNote(String what, boolean copies, String source, boolean measured) {}
