"""enum column dropped

Revision ID: 002_enum_column_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping alarm.level loses its values; back them up first.
- Programs that still use alarm.level fail from this moment on.
- The downgrade does not bring back the values of alarm.level.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_enum_column_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("alarm") as batch_op:
        batch_op.drop_column("level")


def downgrade() -> None:
    with op.batch_alter_table("alarm") as batch_op:
        batch_op.add_column(
            sa.Column("level", sa.Enum("LOW", "HIGH", name="level"), nullable=True)
        )

    # the rows need a value again
    op.execute("UPDATE alarm SET level = 'LOW' WHERE level IS NULL")

    # every row has a value now
    with op.batch_alter_table("alarm") as batch_op:
        batch_op.alter_column(
            "level", existing_type=sa.Enum("LOW", "HIGH", name="level"), nullable=False
        )
