"""enum label removed from text

Revision ID: 002_enum_label_removed_from_text
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not tell which rows of pet had HOUND in kind and not DOG.
- The downgrade does not tell which rows of shelter had HOUND in takes and not CAT.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_enum_label_removed_from_text"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows with a label that goes get another one, as stated
    op.execute("UPDATE pet SET kind = 'DOG' WHERE kind = 'HOUND'")

    with op.batch_alter_table("pet") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=sa.Enum("CAT", "DOG", "HOUND", "FISH", name="kind"),
            type_=sa.Enum("CAT", "DOG", "FISH", name="kind"),
            existing_nullable=False,
        )

    # rows with a label that goes get another one, as stated
    op.execute("UPDATE shelter SET takes = 'CAT' WHERE takes = 'HOUND'")

    with op.batch_alter_table("shelter") as batch_op:
        batch_op.alter_column(
            "takes",
            existing_type=sa.Enum("CAT", "DOG", "HOUND", "FISH", name="kind"),
            type_=sa.Enum("CAT", "DOG", "FISH", name="kind"),
            existing_nullable=True,
        )


def downgrade() -> None:
    with op.batch_alter_table("shelter") as batch_op:
        batch_op.alter_column(
            "takes",
            existing_type=sa.Enum("CAT", "DOG", "FISH", name="kind"),
            type_=sa.Enum("CAT", "DOG", "HOUND", "FISH", name="kind"),
            existing_nullable=True,
        )
    with op.batch_alter_table("pet") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=sa.Enum("CAT", "DOG", "FISH", name="kind"),
            type_=sa.Enum("CAT", "DOG", "HOUND", "FISH", name="kind"),
            existing_nullable=False,
        )
