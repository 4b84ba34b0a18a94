"""enum to table of its name

Revision ID: 002_enum_to_table_of_its_name
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of ticket.status writes the whole table and its indexes anew; nobody
  reads or writes ticket meanwhile (ACCESS EXCLUSIVE).
- The new type of ticket.closed_at writes the whole table and its indexes anew; nobody
  reads or writes ticket meanwhile (ACCESS EXCLUSIVE).
- The new type of ticket.closed_at: values are read in the time zone of the session.
- Adding the check reads the whole table; nobody reads or writes ticket meanwhile
  (ACCESS EXCLUSIVE).
- The check ck_ticket_closed (status <> 'closed' OR closed_at IS NOT NULL) of ticket
  stops the upgrade when there are rows that break it.
- The downgrade of ticket.status may stop: values that are no label of it are refused.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_to_table_of_its_name"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a table takes the name of enum type ticket_status
    op.execute("ALTER TYPE ticket_status RENAME TO ticket_status_old")

    op.drop_constraint(op.f("ck_ticket_closed"), "ticket", type_="check")
    op.create_table(
        "ticket_status",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_ticket_status")),
    )
    op.alter_column(
        "ticket",
        "status",
        existing_type=postgresql.ENUM(
            "open", "closed", name="ticket_status_old", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "ticket",
        "status",
        existing_type=postgresql.ENUM(
            "open", "closed", name="ticket_status_old", create_type=False
        ),
        type_=sa.String(length=20),
        existing_nullable=False,
    )
    op.alter_column(
        "ticket", "status", existing_type=sa.String(length=20), server_default="open"
    )
    op.alter_column(
        "ticket",
        "closed_at",
        existing_type=sa.DateTime(),
        type_=sa.DateTime(timezone=True),
        existing_nullable=True,
    )
    op.create_check_constraint(
        op.f("ck_ticket_closed"),
        "ticket",
        "status <> 'closed' OR closed_at IS NOT NULL",
    )
    postgresql.ENUM(name="ticket_status_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("open", "closed", name="ticket_status_old").create(
        op.get_bind(), checkfirst=False
    )
    op.drop_constraint(op.f("ck_ticket_closed"), "ticket", type_="check")
    op.alter_column(
        "ticket",
        "closed_at",
        existing_type=sa.DateTime(timezone=True),
        type_=sa.DateTime(),
        existing_nullable=True,
    )
    op.alter_column(
        "ticket", "status", existing_type=sa.String(length=20), server_default=None
    )
    op.alter_column(
        "ticket",
        "status",
        existing_type=sa.String(length=20),
        type_=postgresql.ENUM(
            "open", "closed", name="ticket_status_old", create_type=False
        ),
        postgresql_using="status::text::ticket_status_old",
        existing_nullable=False,
    )
    op.alter_column(
        "ticket",
        "status",
        existing_type=postgresql.ENUM(
            "open", "closed", name="ticket_status_old", create_type=False
        ),
        server_default="open",
    )
    op.drop_table("ticket_status")
    op.create_check_constraint(
        op.f("ck_ticket_closed"),
        "ticket",
        "status <> 'closed' OR closed_at IS NOT NULL",
    )
    op.execute("ALTER TYPE ticket_status_old RENAME TO ticket_status")
