"""enum label added

Revision ID: 002_enum_label_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade stops when rows have MEDIUM, the label of priority that was new.
- The downgrade of ticket.priority may stop: values that are no label of it are refused.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_label_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # label MEDIUM of enum type priority is new; PostgreSQL lets nobody use it before
    # the transaction ends
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE priority ADD VALUE 'MEDIUM' BEFORE 'HIGH'")


def downgrade() -> None:
    # rows that have the new label could not be converted back
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM ticket WHERE priority::text IN ('MEDIUM')
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Rows of ticket have MEDIUM in priority, which will not be a label any more; give them another one first.';
            END IF;
        END
        $$
    """)

    op.execute("ALTER TYPE priority RENAME TO priority_old")
    postgresql.ENUM("LOW", "HIGH", name="priority").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "ticket",
        "priority",
        existing_type=postgresql.ENUM(
            "LOW", "MEDIUM", "HIGH", name="priority_old", create_type=False
        ),
        type_=postgresql.ENUM("LOW", "HIGH", name="priority", create_type=False),
        postgresql_using="priority::text::priority",
        existing_nullable=False,
    )
    postgresql.ENUM(name="priority_old").drop(op.get_bind(), checkfirst=False)
