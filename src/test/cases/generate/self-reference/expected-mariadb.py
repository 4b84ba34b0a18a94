"""self reference

Revision ID: 002_self_reference
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_self_reference"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("hero", sa.Column("trainer_id", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_hero_trainer_id"), "hero", ["trainer_id"], unique=False)
    op.create_foreign_key(
        "fk_hero_trainer_id_hero", "hero", "hero", ["trainer_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_hero_trainer_id_hero", "hero", type_="foreignkey")
    op.drop_index(op.f("ix_hero_trainer_id"), table_name="hero")
    op.drop_column("hero", "trainer_id")
