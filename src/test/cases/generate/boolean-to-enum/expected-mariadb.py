"""boolean to enum

Revision ID: 002_boolean_to_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_boolean_to_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "task",
        "state",
        existing_type=sa.Boolean(),
        server_default=None,
        existing_nullable=False,
    )

    # column task.state: its type differs, its server default differs; in between the
    # type holds both
    op.alter_column(
        "task",
        "state",
        existing_type=sa.Boolean(),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute("UPDATE task SET state = CASE WHEN state THEN 'DONE' ELSE 'OPEN' END")
    op.alter_column(
        "task",
        "state",
        existing_type=sa.String(length=255),
        type_=mysql.ENUM("OPEN", "DONE"),
        existing_nullable=False,
    )

    op.alter_column(
        "task",
        "state",
        existing_type=mysql.ENUM("OPEN", "DONE"),
        server_default="OPEN",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "task",
        "state",
        existing_type=mysql.ENUM("OPEN", "DONE"),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "state",
        existing_type=mysql.ENUM("OPEN", "DONE"),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute("UPDATE task SET state = state = 'DONE'")
    op.alter_column(
        "task",
        "state",
        existing_type=sa.String(length=255),
        type_=sa.Boolean(),
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "state",
        existing_type=sa.Boolean(),
        server_default=sa.false(),
        existing_nullable=False,
    )
