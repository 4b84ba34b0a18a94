"""enum column

Revision ID: 002_enum_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on ticket.priority must be given: programs of the version before insert no
  value, and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_enum_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column ticket.priority is new; it is added nullable first, because existing rows
    # have no value yet
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.add_column(
            sa.Column(
                "priority", sa.Enum("LOW", "HIGH", name="priority"), nullable=True
            )
        )

    # existing rows get the default of the model
    op.execute("UPDATE ticket SET priority = 'LOW' WHERE priority IS NULL")

    # every row of ticket has a value now
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.alter_column(
            "priority",
            existing_type=sa.Enum("LOW", "HIGH", name="priority"),
            nullable=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.drop_column("priority")
