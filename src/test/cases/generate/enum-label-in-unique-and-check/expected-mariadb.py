"""enum label in unique and check

Revision ID: 002_enum_label_in_unique_and
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The check ck_held (state <> 'reserved' OR `row` > 0) of seat stops the upgrade when
  there are rows that break it.

"""

from alembic import op
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_label_in_unique_and"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("ck_held", "seat", type_="check")

    # column seat.state: its type differs; in between the type holds both
    op.alter_column(
        "seat",
        "state",
        existing_type=mysql.ENUM("free", "held", "sold"),
        type_=mysql.ENUM("free", "held", "sold", "reserved"),
        existing_nullable=False,
    )
    op.execute("UPDATE seat SET state = 'reserved' WHERE state = 'held'")
    op.alter_column(
        "seat",
        "state",
        existing_type=mysql.ENUM("free", "held", "sold", "reserved"),
        type_=mysql.ENUM("free", "reserved", "sold"),
        existing_nullable=False,
    )

    op.create_check_constraint("ck_held", "seat", "state <> 'reserved' OR `row` > 0")


def downgrade() -> None:
    op.drop_constraint("ck_held", "seat", type_="check")
    op.alter_column(
        "seat",
        "state",
        existing_type=mysql.ENUM("free", "reserved", "sold"),
        type_=mysql.ENUM("free", "reserved", "sold", "held"),
        existing_nullable=False,
    )
    op.execute("UPDATE seat SET state = 'held' WHERE state = 'reserved'")
    op.alter_column(
        "seat",
        "state",
        existing_type=mysql.ENUM("free", "reserved", "sold", "held"),
        type_=mysql.ENUM("free", "held", "sold"),
        existing_nullable=False,
    )
    op.create_check_constraint("ck_held", "seat", "state <> 'held' OR `row` > 0")
