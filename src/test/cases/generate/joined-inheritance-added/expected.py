"""joined inheritance added

Revision ID: 002_joined_inheritance_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_joined_inheritance_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dog",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("breed", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["animal.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("animal", sa.Column("lives", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("animal", "lives")
    op.drop_table("dog")
