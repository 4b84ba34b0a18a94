"""enum label renamed

Revision ID: 002_enum_label_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still write MIDDLE into a level fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_enum_label_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # label MIDDLE of level is stated to be MEDIUM now
    op.execute("ALTER TYPE level RENAME VALUE 'MIDDLE' TO 'MEDIUM'")


def downgrade() -> None:
    op.execute("ALTER TYPE level RENAME VALUE 'MEDIUM' TO 'MIDDLE'")
