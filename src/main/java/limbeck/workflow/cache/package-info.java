/**
 * What earlier runs found out about a history, kept in the user's cache folder. Scripts and a
 * folder come in; headers and folded schemas go out, or nothing: no result ever depends on it.
 */
@NullMarked
package limbeck.workflow.cache;

import org.jspecify.annotations.NullMarked;
