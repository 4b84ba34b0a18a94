package limbeck.plan;

import limbeck.revision.Step;

/**
 * A step of an upgrade with its kind.
 *
 * @param step what is done
 * @param classification its kind
 * @param reason why it is of that kind, for the user
 */
public record ClassifiedStep(Step step, Classification classification, String reason) {}
