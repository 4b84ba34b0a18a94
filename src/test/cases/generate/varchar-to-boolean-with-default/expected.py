"""varchar to boolean with default

Revision ID: 002_varchar_to_boolean_with
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of feature.enabled writes the whole table and its indexes anew; nobody
  reads or writes feature meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values feature.enabled had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_varchar_to_boolean_with"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "feature", "enabled", existing_type=sa.String(length=5), server_default=None
    )
    op.alter_column(
        "feature",
        "enabled",
        existing_type=sa.String(length=5),
        type_=sa.Boolean(),
        postgresql_using="enabled::boolean",
        existing_nullable=False,
    )
    op.alter_column(
        "feature", "enabled", existing_type=sa.Boolean(), server_default=sa.false()
    )


def downgrade() -> None:
    op.alter_column(
        "feature", "enabled", existing_type=sa.Boolean(), server_default=None
    )
    op.alter_column(
        "feature",
        "enabled",
        existing_type=sa.Boolean(),
        type_=sa.String(length=5),
        existing_nullable=False,
    )
    op.alter_column(
        "feature", "enabled", existing_type=sa.String(length=5), server_default="false"
    )
