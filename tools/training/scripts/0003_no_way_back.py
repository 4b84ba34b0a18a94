"""no way back

Revision ID: 0003
Revises: 0002
Create Date: 2024-01-03 00:00:00

"""
from alembic import op
import sqlalchemy as sa


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "place",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("person", sa.Column("home_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(None, "person", "place", ["home_id"], ["id"], ondelete="SET NULL")
    op.create_index(op.f("ix_person_home_id"), "person", ["home_id"], unique=False)


def downgrade():
    pass
