package limbeck.read.model;

import limbeck.python.value.Value;

/** The identity of a MetaData: the values that stand for the same one give equal identities. */
sealed interface Metadata {
  /** The one that all SQLModel classes share. */
  record OfSqlModel() implements Metadata {}

  /**
   * One that is made by a call, or that comes with what a call or class makes: a MetaData, a
   * registry, a declarative base.
   *
   * @param maker what makes it
   */
  record MadeBy(Value maker) implements Metadata {}

  /**
   * One of a library, by name.
   *
   * @param name of the attribute
   */
  record Named(String name) implements Metadata {}
}
