"""online required column

Revision ID: 002_online_required_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on hero.rank must be given: programs of the version before insert no value,
  and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_online_required_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.rank is new; the rows there are get the default of the model, without
    # being written
    op.add_column(
        "hero",
        sa.Column(
            "rank",
            sa.String(length=20),
            server_default=sa.text("'rookie'"),
            nullable=False,
        ),
    )

    # the models ask for no server default
    op.alter_column(
        "hero", "rank", existing_type=sa.String(length=20), server_default=None
    )


def downgrade() -> None:
    op.drop_column("hero", "rank")
