package limbeck.operation;

import java.util.Optional;
import limbeck.schema.EnumType;
import limbeck.schema.TypeName;

/** A change to an enum type. */
public sealed interface TypeOperation extends Operation {
  /**
   * {@code CREATE TYPE … AS ENUM}.
   *
   * @param type what
   * @param ifNotExists SQLAlchemy's {@code checkfirst}: look for it first
   */
  record CreateEnum(EnumType type, boolean ifNotExists) implements TypeOperation {}

  /**
   * {@code DROP TYPE}.
   *
   * @param name which one
   * @param ifExists whether a missing one is no error
   */
  record DropEnum(TypeName name, boolean ifExists) implements TypeOperation {}

  /**
   * {@code ALTER TYPE … ADD VALUE}.
   *
   * @param type which one
   * @param label the new label
   * @param before the label it goes before
   * @param after the label it goes after; at the end when neither is stated
   * @param ifNotExists whether an existing label is left alone
   */
  record AddEnumLabel(
      TypeName type,
      String label,
      Optional<String> before,
      Optional<String> after,
      boolean ifNotExists)
      implements TypeOperation {}

  /**
   * {@code ALTER TYPE … RENAME VALUE}.
   *
   * @param type which one
   * @param from the label before
   * @param to the label after
   */
  record RenameEnumLabel(TypeName type, String from, String to) implements TypeOperation {}

  /**
   * {@code ALTER TYPE … RENAME TO}.
   *
   * @param from the name before
   * @param to the name after
   */
  record RenameType(TypeName from, TypeName to) implements TypeOperation {}
}
