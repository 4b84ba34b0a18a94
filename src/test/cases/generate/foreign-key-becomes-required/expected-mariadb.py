"""foreign key becomes required

Revision ID: 002_foreign_key_becomes_required
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in hero.team_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_foreign_key_becomes_required"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows without a value get what is stated
    op.execute(
        "UPDATE hero SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL"
    )

    op.alter_column("hero", "team_id", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    op.alter_column("hero", "team_id", existing_type=sa.Integer(), nullable=True)
