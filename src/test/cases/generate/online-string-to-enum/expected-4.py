"""switch: online string to enum

Revision ID: 005_switch_online_string_to_enum
Revises: 004_build_online_string_to_enum
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

The version before works until this has run, the version after works from then on:
deploy it at this moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "005_switch_online_string_to_enum"
down_revision = "004_build_online_string_to_enum"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "orders",
        "status_new",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_orders_status_new_set", "orders", type_="check")

    # the default goes along
    op.alter_column(
        "orders", "status", existing_type=sa.String(length=10), server_default=None
    )

    # the two columns change places
    op.alter_column("orders", "status", new_column_name="status_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("orders", "status_new", new_column_name="status")

    # the two columns change places
    op.execute("ALTER INDEX ix_orders_status RENAME TO ix_orders_status_old")
    op.execute("ALTER INDEX ix_orders_status_new RENAME TO ix_orders_status")

    # the default goes along
    op.alter_column(
        "orders",
        "status",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        server_default="NEW",
    )

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_orders_status() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status THEN
                NEW.status_old := NEW.status;
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE orders DROP CONSTRAINT IF EXISTS ck_orders_status_new_set")
    op.create_check_constraint(
        "ck_orders_status_new_set",
        "orders",
        "status IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_status_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_orders_status() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.status_new := (SELECT status::text::status FROM (SELECT NEW.*) AS orders);
            RETURN NEW;
        END
        $$
    """)
    op.alter_column(
        "orders",
        "status",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        server_default=None,
    )
    op.execute("ALTER INDEX ix_orders_status RENAME TO ix_orders_status_new")
    op.execute("ALTER INDEX ix_orders_status_old RENAME TO ix_orders_status")
    op.alter_column("orders", "status", new_column_name="status_new")
    op.alter_column("orders", "status_old", new_column_name="status")
    op.alter_column(
        "orders", "status", existing_type=sa.String(length=10), server_default="NEW"
    )
    op.alter_column(
        "orders",
        "status_new",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        nullable=True,
    )
