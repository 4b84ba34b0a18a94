"""table in a schema

Revision ID: 001_first
Revises: 
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "001_first"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    # schema audit is new
    op.execute("CREATE SCHEMA audit")

    # table audit.entry is new
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        schema="audit",
    )


def downgrade() -> None:
    # undoes: create table audit.entry
    op.drop_table("entry", schema="audit")

    # undoes: create schema audit
    op.execute("DROP SCHEMA audit")
