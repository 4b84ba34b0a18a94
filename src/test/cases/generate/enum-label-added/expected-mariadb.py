"""enum label added

Revision ID: 002_enum_label_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade stops when rows have MEDIUM in ticket.priority, which was no label
  before.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_label_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("LOW", "HIGH"),
        type_=mysql.ENUM("LOW", "MEDIUM", "HIGH"),
        existing_nullable=False,
    )


def downgrade() -> None:
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text("SELECT 1 FROM ticket WHERE priority IN ('MEDIUM')")
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of ticket have MEDIUM in priority, which will not be a label any "
                "more; give them another one first."
            )
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("LOW", "MEDIUM", "HIGH"),
        type_=mysql.ENUM("LOW", "HIGH"),
        existing_nullable=False,
    )
