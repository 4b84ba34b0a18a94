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
    with op.batch_alter_table("hero") as batch_op:
        batch_op.add_column(sa.Column("trainer_id", sa.Integer(), nullable=True))
        batch_op.create_index(op.f("ix_hero_trainer_id"), ["trainer_id"], unique=False)
        batch_op.create_foreign_key(
            "fk_hero_trainer_id_hero", "hero", ["trainer_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_constraint("fk_hero_trainer_id_hero", type_="foreignkey")
        batch_op.drop_index(op.f("ix_hero_trainer_id"))
        batch_op.drop_column("trainer_id")
