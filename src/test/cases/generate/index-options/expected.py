"""index options

Revision ID: 002_index_options
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of account have the same the indexed expression.
- Nobody writes account while index ix_account_owner_lower is built (SHARE).
- Nobody writes account while index ix_account_owner_rich is built (SHARE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_index_options"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT (lower(owner)) FROM account WHERE (lower(owner)) IS NOT NULL GROUP BY (lower(owner)) HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table account has rows with the same the indexed expression; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_index(
        "ix_account_owner_lower", "account", [sa.text("lower(owner)")], unique=True
    )
    op.create_index(
        "ix_account_owner_rich",
        "account",
        ["owner"],
        unique=False,
        postgresql_include=["kind"],
        postgresql_where=sa.text("balance > 100"),
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_account_owner_rich"), table_name="account")
    op.drop_index(op.f("ix_account_owner_lower"), table_name="account")
