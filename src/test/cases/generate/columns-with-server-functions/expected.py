"""columns with server functions

Revision ID: 002_columns_with_server
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding entry.token writes the whole table anew; nobody reads or writes entry meanwhile
  (ACCESS EXCLUSIVE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_columns_with_server"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "entry",
        sa.Column(
            "token",
            sa.Uuid(),
            server_default=sa.text("gen_random_uuid()"),
            nullable=False,
        ),
    )
    op.add_column(
        "entry",
        sa.Column(
            "day", sa.Date(), server_default=sa.text("CURRENT_DATE"), nullable=False
        ),
    )
    op.add_column(
        "entry",
        sa.Column(
            "until",
            sa.DateTime(),
            server_default=sa.text("now() + interval '7 days'"),
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("entry", "until")
    op.drop_column("entry", "day")
    op.drop_column("entry", "token")
