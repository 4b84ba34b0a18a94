"""enum labels regrouped

Revision ID: 002_enum_labels_regrouped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not tell which rows of ticket had CLOSED in state and not DONE.
- The downgrade does not tell which rows of ticket had NEW in state and not OPEN.
- The downgrade does not tell which rows of ticket had SOLVED in state and not DONE.
- The downgrade does not tell which rows of ticket had WAITING in state and not OPEN.
- The downgrade stops when rows have REJECTED in ticket.state, which was no label
  before.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_labels_regrouped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED"),
        server_default=None,
        existing_nullable=False,
    )

    # column ticket.state: its type differs, its server default differs; in between the
    # type holds both
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED"),
        type_=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED", "DONE"),
        existing_nullable=False,
    )
    op.execute("UPDATE ticket SET state = 'DONE' WHERE state = 'CLOSED'")
    op.execute("UPDATE ticket SET state = 'OPEN' WHERE state = 'NEW'")
    op.execute("UPDATE ticket SET state = 'DONE' WHERE state = 'SOLVED'")
    op.execute("UPDATE ticket SET state = 'OPEN' WHERE state = 'WAITING'")
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED", "DONE"),
        type_=mysql.ENUM("DONE", "OPEN", "REJECTED"),
        existing_nullable=False,
    )

    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("DONE", "OPEN", "REJECTED"),
        server_default="OPEN",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("DONE", "OPEN", "REJECTED"),
        server_default=None,
        existing_nullable=False,
    )
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text("SELECT 1 FROM ticket WHERE state IN ('REJECTED')")
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of ticket have REJECTED in state, which will not be a label any "
                "more; give them another one first."
            )
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("DONE", "OPEN", "REJECTED"),
        type_=mysql.ENUM("DONE", "OPEN", "REJECTED", "CLOSED"),
        existing_nullable=False,
    )
    op.execute("UPDATE ticket SET state = 'CLOSED' WHERE state = 'DONE'")
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("DONE", "OPEN", "REJECTED", "CLOSED"),
        type_=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED"),
        existing_nullable=False,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=mysql.ENUM("NEW", "OPEN", "WAITING", "SOLVED", "CLOSED"),
        server_default="NEW",
        existing_nullable=False,
    )
