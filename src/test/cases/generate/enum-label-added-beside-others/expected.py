"""enum label added beside others

Revision ID: 002_enum_label_added_beside
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call ticket.name so, and not title, fail from now on.
- Nobody writes ticket while index ix_ticket_title is built (SHARE).
- The foreign key ticket_author_id_fkey (author_id) to person (id) of ticket stops the
  upgrade when there are rows that refer to nothing.
- Adding the foreign key reads ticket; nobody writes ticket or person meanwhile (SHARE
  ROW EXCLUSIVE).
- The downgrade stops when rows have medium, the label of priority that was new.
- The downgrade of ticket.priority may stop: values that are no label of it are refused.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_label_added_beside"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # label medium of enum type priority is new; PostgreSQL lets nobody use it before
    # the transaction ends
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE priority ADD VALUE 'medium' BEFORE 'high'")

    # column ticket.name is stated to be title now
    op.alter_column("ticket", "name", new_column_name="title")

    op.drop_constraint("ticket_author_id_fkey", "ticket", type_="foreignkey")
    op.create_index(op.f("ix_ticket_title"), "ticket", ["title"], unique=False)
    op.create_foreign_key(
        "ticket_author_id_fkey",
        "ticket",
        "person",
        ["author_id"],
        ["id"],
        ondelete="SET NULL",
    )


def downgrade() -> None:
    op.drop_constraint("ticket_author_id_fkey", "ticket", type_="foreignkey")
    op.drop_index(op.f("ix_ticket_title"), table_name="ticket")
    op.create_foreign_key(
        "ticket_author_id_fkey", "ticket", "person", ["author_id"], ["id"]
    )
    op.alter_column("ticket", "title", new_column_name="name")

    # rows that have the new label could not be converted back
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM ticket WHERE priority::text IN ('medium')
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Rows of ticket have medium in priority, which will not be a label any more; give them another one first.';
            END IF;
        END
        $$
    """)

    op.execute("ALTER TYPE priority RENAME TO priority_old")
    postgresql.ENUM("low", "high", name="priority").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "ticket",
        "priority",
        existing_type=postgresql.ENUM(
            "low", "medium", "high", name="priority_old", create_type=False
        ),
        type_=postgresql.ENUM("low", "high", name="priority", create_type=False),
        postgresql_using="priority::text::priority",
        existing_nullable=False,
    )
    postgresql.ENUM(name="priority_old").drop(op.get_bind(), checkfirst=False)
