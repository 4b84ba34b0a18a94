"""identity options

Revision ID: 002_identity_options
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_identity_options"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE ticket ALTER COLUMN id SET CACHE 20 SET INCREMENT BY 10 SET "
        "START WITH 1000"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE ticket ALTER COLUMN id SET CACHE 1 SET INCREMENT BY 1 SET "
        "START WITH 1"
    )
