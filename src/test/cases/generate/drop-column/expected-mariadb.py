"""drop column

Revision ID: 002_drop_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping users.name loses its values; back them up first.
- Programs that still use users.name fail from this moment on.
- The downgrade fills users.name with ''; say otherwise with --fill-down
  users.name="SQL".
- The downgrade does not bring back the values of users.name.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("users", "name")


def downgrade() -> None:
    op.add_column("users", sa.Column("name", sa.String(length=255), nullable=True))

    # the rows need a value again
    op.execute("UPDATE users SET name = '' WHERE name IS NULL")

    # every row has a value now
    op.alter_column(
        "users", "name", existing_type=sa.String(length=255), nullable=False
    )
