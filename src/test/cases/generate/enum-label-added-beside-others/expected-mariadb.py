"""enum label added beside others

Revision ID: 002_enum_label_added_beside
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call ticket.name so, and not title, fail from now on.
- The downgrade stops when rows have medium in ticket.priority, which was no label
  before.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_label_added_beside"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column ticket.name is stated to be title now
    op.alter_column(
        "ticket",
        "name",
        existing_type=sa.String(length=255),
        new_column_name="title",
        existing_nullable=False,
    )

    op.drop_constraint("ticket_ibfk_1", "ticket", type_="foreignkey")
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("low", "high"),
        type_=mysql.ENUM("low", "medium", "high"),
        existing_nullable=False,
    )
    op.create_index(op.f("ix_ticket_title"), "ticket", ["title"], unique=False)
    op.create_foreign_key(
        "fk_ticket_author_id_person",
        "ticket",
        "person",
        ["author_id"],
        ["id"],
        ondelete="SET NULL",
    )


def downgrade() -> None:
    op.drop_constraint("fk_ticket_author_id_person", "ticket", type_="foreignkey")
    op.drop_index(op.f("ix_ticket_title"), table_name="ticket")
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text("SELECT 1 FROM ticket WHERE priority IN ('medium')")
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of ticket have medium in priority, which will not be a label any "
                "more; give them another one first."
            )
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("low", "medium", "high"),
        type_=mysql.ENUM("low", "high"),
        existing_nullable=False,
    )
    op.create_foreign_key(None, "ticket", "person", ["author_id"], ["id"])
    op.alter_column(
        "ticket",
        "title",
        existing_type=sa.String(length=255),
        new_column_name="name",
        existing_nullable=False,
    )
