"""exclude operator class

Revision ID: 002_exclude_operator_class
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the constraint builds an index; nobody reads or writes t meanwhile (ACCESS
  EXCLUSIVE).
- The exclusion constraint ex of t stops the upgrade when there are rows that exclude
  each other.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_exclude_operator_class"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("ex", "t")
    op.create_table(
        "u",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("s", sa.String(length=30), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        postgresql.ExcludeConstraint(
            ("s", "="), name="ex2", using="btree", ops={"s": "text_pattern_ops"}
        ),
    )
    op.create_exclude_constraint(
        "ex", "t", ("s", "="), using="btree", ops={"s": "text_pattern_ops"}
    )


def downgrade() -> None:
    op.drop_constraint("ex", "t")
    op.drop_table("u")
    op.create_exclude_constraint("ex", "t", ("s", "="), using="btree")
