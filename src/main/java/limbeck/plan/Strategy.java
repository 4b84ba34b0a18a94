package limbeck.plan;

/** How much a plan cares for what else uses the database meanwhile. */
public enum Strategy {
  /** The plain statements, in one transaction. */
  DIRECT,
  /** Statements that leave readers and writers alone, in as many transactions as that takes. */
  ONLINE
}
