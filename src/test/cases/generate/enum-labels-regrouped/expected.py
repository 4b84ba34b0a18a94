"""enum labels regrouped

Revision ID: 002_enum_labels_regrouped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still write CLOSED into a state fail from this moment on.
- The new type of ticket.state writes the whole table and its indexes anew; nobody reads
  or writes ticket meanwhile (ACCESS EXCLUSIVE).
- The downgrade of ticket.state may stop: values that are no label of it are refused.
- The downgrade does not bring back the values ticket.state had before they were
  converted.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_labels_regrouped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # label CLOSED of state is stated to be DONE now
    op.execute("ALTER TYPE state RENAME VALUE 'CLOSED' TO 'DONE'")

    # enum type state has lost NEW, WAITING, SOLVED; PostgreSQL can neither remove nor
    # move a label, so the type is exchanged
    op.execute("ALTER TYPE state RENAME TO state_old")
    postgresql.ENUM("DONE", "OPEN", "REJECTED", name="state").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "SOLVED",
            "DONE",
            name="state_old",
            create_type=False,
        ),
        server_default=None,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "SOLVED",
            "DONE",
            name="state_old",
            create_type=False,
        ),
        type_=postgresql.ENUM(
            "DONE", "OPEN", "REJECTED", name="state", create_type=False
        ),
        postgresql_using="(CASE state::text WHEN 'NEW' THEN 'OPEN' WHEN 'SOLVED' THEN 'DONE' WHEN 'WAITING' THEN 'OPEN' ELSE state::text END)::state",
        existing_nullable=False,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "DONE", "OPEN", "REJECTED", name="state", create_type=False
        ),
        server_default="OPEN",
    )
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM(
        "NEW", "OPEN", "WAITING", "SOLVED", "DONE", name="state_old"
    ).create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "DONE", "OPEN", "REJECTED", name="state", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "DONE", "OPEN", "REJECTED", name="state", create_type=False
        ),
        type_=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "SOLVED",
            "DONE",
            name="state_old",
            create_type=False,
        ),
        postgresql_using="state::text::state_old",
        existing_nullable=False,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "SOLVED",
            "DONE",
            name="state_old",
            create_type=False,
        ),
        server_default="NEW",
    )
    postgresql.ENUM(name="state").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE state_old RENAME TO state")
    op.execute("ALTER TYPE state RENAME VALUE 'DONE' TO 'CLOSED'")
