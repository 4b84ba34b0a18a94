"""schema qualified changes

Revision ID: 002_schema_qualified_changes
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of billing.account have the same email.
- Adding the constraint builds an index; nobody reads or writes billing.account
  meanwhile (ACCESS EXCLUSIVE).
- Nobody writes billing.invoice while index ix_billing_invoice_account_id is built
  (SHARE).
- Adding the foreign key reads billing.invoice; nobody writes billing.invoice or
  billing.account meanwhile (SHARE ROW EXCLUSIVE).
- The downgrade of billing.account.email may stop: values longer than 50 characters are
  refused.
- The downgrade stops when rows have middle, the label of billing.level that was new.
- The downgrade of billing.account.level may stop: values that are no label of it are
  refused.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_schema_qualified_changes"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # label middle of enum type billing.level is new; PostgreSQL lets nobody use it
    # before the transaction ends
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE billing.level ADD VALUE 'middle' BEFORE 'high'")

    op.drop_constraint(
        "invoice_account_id_fkey", "invoice", type_="foreignkey", schema="billing"
    )
    op.drop_index("ix_billing_account_email", table_name="account", schema="billing")
    op.add_column(
        "invoice",
        sa.Column(
            "paid",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="whether money came",
        ),
        schema="billing",
    )
    op.alter_column(
        "account",
        "email",
        existing_type=sa.String(length=50),
        type_=sa.String(length=80),
        existing_nullable=False,
        schema="billing",
    )

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT email FROM billing.account WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table billing.account has rows with the same email; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint(
        "account_email_key", "account", ["email"], schema="billing"
    )
    op.create_index(
        op.f("ix_billing_invoice_account_id"),
        "invoice",
        ["account_id"],
        unique=False,
        schema="billing",
    )
    op.create_foreign_key(
        "invoice_account_id_fkey",
        "invoice",
        "account",
        ["account_id"],
        ["id"],
        ondelete="CASCADE",
        source_schema="billing",
        referent_schema="billing",
    )


def downgrade() -> None:
    op.drop_constraint(
        "invoice_account_id_fkey", "invoice", type_="foreignkey", schema="billing"
    )
    op.drop_index(
        "ix_billing_invoice_account_id", table_name="invoice", schema="billing"
    )
    op.drop_constraint("account_email_key", "account", type_="unique", schema="billing")
    op.alter_column(
        "account",
        "email",
        existing_type=sa.String(length=80),
        type_=sa.String(length=50),
        existing_nullable=False,
        schema="billing",
    )
    op.drop_column("invoice", "paid", schema="billing")
    op.create_index(
        op.f("ix_billing_account_email"),
        "account",
        ["email"],
        unique=False,
        schema="billing",
    )
    op.create_foreign_key(
        "invoice_account_id_fkey",
        "invoice",
        "account",
        ["account_id"],
        ["id"],
        source_schema="billing",
        referent_schema="billing",
    )

    # rows that have the new label could not be converted back
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM billing.account WHERE level::text IN ('middle')
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Rows of billing.account have middle in level, which will not be a label any more; give them another one first.';
            END IF;
        END
        $$
    """)

    op.execute("ALTER TYPE billing.level RENAME TO level_old")
    postgresql.ENUM("low", "high", name="level", schema="billing").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "account",
        "level",
        existing_type=postgresql.ENUM(
            "low",
            "middle",
            "high",
            name="level_old",
            schema="billing",
            create_type=False,
        ),
        type_=postgresql.ENUM(
            "low", "high", name="level", schema="billing", create_type=False
        ),
        postgresql_using="level::text::billing.level",
        existing_nullable=False,
        schema="billing",
    )
    postgresql.ENUM(name="level_old", schema="billing").drop(
        op.get_bind(), checkfirst=False
    )
