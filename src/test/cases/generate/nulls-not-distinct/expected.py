"""nulls not distinct

Revision ID: 002_nulls_not_distinct
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of node have the same code.
- Adding the constraint builds an index; nobody reads or writes node meanwhile (ACCESS
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_nulls_not_distinct"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("uq_node_code", "node", type_="unique")

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT code FROM node GROUP BY code HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table node has rows with the same code; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint(
        "uq_node_code", "node", ["code"], postgresql_nulls_not_distinct=True
    )


def downgrade() -> None:
    op.drop_constraint("uq_node_code", "node", type_="unique")
    op.create_unique_constraint("uq_node_code", "node", ["code"])
