"""table to enum of its name

Revision ID: 002_table_to_enum_of_its_name
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling ticket.status locks every row it writes until the transaction ends.
- Dropping ticket.status_id loses its values; ticket.status holds what was made of them.
- Programs that still use ticket.status_id fail from this moment on.
- Adding the check reads the whole table; nobody reads or writes ticket meanwhile
  (ACCESS EXCLUSIVE).
- The check ck_ticket_x (status <> 'CLOSED' OR id > 0) of ticket stops the upgrade when
  there are rows that break it.
- Nobody writes ticket while index ix_ticket_status is built (SHARE).
- Dropping table status loses all its rows; back them up first.
- The downgrade does not bring back the rows of table status.
- The downgrade does not bring back the values of ticket.status_id.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_table_to_enum_of_its_name"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("OPEN", "CLOSED", name="status_new").create(
        op.get_bind(), checkfirst=False
    )
    op.drop_constraint(op.f("fk_ticket_status_id_status"), "ticket", type_="foreignkey")
    op.drop_index(op.f("ix_ticket_status_id"), table_name="ticket")
    op.add_column(
        "ticket",
        sa.Column(
            "status",
            postgresql.ENUM("OPEN", "CLOSED", name="status_new", create_type=False),
            server_default="OPEN",
            nullable=False,
        ),
    )

    # existing rows get as stated
    op.execute(
        "UPDATE ticket SET status = COALESCE((SELECT (CASE s.name WHEN 'closed' "
        "THEN 'CLOSED' ELSE 'OPEN' END)::status_new FROM status AS s WHERE s.id = "
        "ticket.status_id), 'OPEN')"
    )

    # column ticket.status_id is gone; ticket.status has taken its values over
    op.drop_column("ticket", "status_id")

    op.create_check_constraint(
        op.f("ck_ticket_x"), "ticket", "status <> 'CLOSED' OR id > 0"
    )
    op.create_index(op.f("ix_ticket_status"), "ticket", ["status"], unique=False)
    op.drop_table("status")

    # the table whose name enum type status takes is gone
    op.execute("ALTER TYPE status_new RENAME TO status")


def downgrade() -> None:
    op.execute("ALTER TYPE status RENAME TO status_new")
    op.create_table(
        "status",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status")),
        sa.UniqueConstraint("name", name=op.f("uq_status_name")),
    )
    op.drop_index(op.f("ix_ticket_status"), table_name="ticket")
    op.drop_constraint(op.f("ck_ticket_x"), "ticket", type_="check")
    op.add_column("ticket", sa.Column("status_id", sa.Integer(), nullable=True))
    op.drop_column("ticket", "status")
    op.create_index(op.f("ix_ticket_status_id"), "ticket", ["status_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_ticket_status_id_status"), "ticket", "status", ["status_id"], ["id"]
    )
    postgresql.ENUM(name="status_new").drop(op.get_bind(), checkfirst=False)
