"""move from dropped table

Revision ID: 002_move_from_dropped_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling user.theme locks every row it writes until the transaction ends.
- Dropping table setting loses what has not moved away, to user.theme.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_move_from_dropped_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("user", sa.Column("theme", sa.String(length=20), nullable=True))

    # existing rows get as stated
    op.execute(
        'UPDATE "user" SET theme = (SELECT setting.theme FROM setting WHERE '
        'setting.user_id = "user".id) WHERE theme IS NULL'
    )

    op.drop_table("setting")


def downgrade() -> None:
    op.create_table(
        "setting",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("user_id"),
    )

    # what has moved away comes back
    op.execute(
        'INSERT INTO setting (user_id, theme) SELECT id, theme FROM "user" WHERE '
        "theme IS NOT NULL"
    )

    op.drop_column("user", "theme")
