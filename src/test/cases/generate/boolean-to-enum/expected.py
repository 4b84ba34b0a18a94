"""boolean to enum

Revision ID: 002_boolean_to_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of task.state writes the whole table and its indexes anew; nobody reads
  or writes task meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values task.state had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_boolean_to_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("OPEN", "DONE", name="state").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column("task", "state", existing_type=sa.Boolean(), server_default=None)
    op.alter_column(
        "task",
        "state",
        existing_type=sa.Boolean(),
        type_=postgresql.ENUM("OPEN", "DONE", name="state", create_type=False),
        postgresql_using="(CASE WHEN state THEN 'DONE' ELSE 'OPEN' END)::state",
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "state",
        existing_type=postgresql.ENUM("OPEN", "DONE", name="state", create_type=False),
        server_default="OPEN",
    )


def downgrade() -> None:
    op.alter_column(
        "task",
        "state",
        existing_type=postgresql.ENUM("OPEN", "DONE", name="state", create_type=False),
        server_default=None,
    )
    op.alter_column(
        "task",
        "state",
        existing_type=postgresql.ENUM("OPEN", "DONE", name="state", create_type=False),
        type_=sa.Boolean(),
        postgresql_using="state = 'DONE'",
        existing_nullable=False,
    )
    op.alter_column(
        "task", "state", existing_type=sa.Boolean(), server_default=sa.false()
    )
    postgresql.ENUM(name="state").drop(op.get_bind(), checkfirst=False)
