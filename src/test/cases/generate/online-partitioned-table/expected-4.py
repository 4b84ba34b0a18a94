"""switch: online partitioned table

Revision ID: 005_switch_online_partitioned
Revises: 004_build_online_partitioned
Create Date: 2026-01-01 00:00:00

Phase 4 of 6, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Once it has run, the version after works.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "005_switch_online_partitioned"
down_revision = "004_build_online_partitioned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column("deed", "n_new", existing_type=sa.BigInteger(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_deed_n_new_set", "deed", type_="check")

    # the two columns change places
    op.alter_column("deed", "n", new_column_name="n_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("deed", "n_new", new_column_name="n")

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_deed_n() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.n IS DISTINCT FROM OLD.n THEN
                NEW.n_old := NEW.n;
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS ck_deed_n_new_set")
    op.create_check_constraint(
        "ck_deed_n_new_set", "deed", "n IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_n_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_deed_n() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.n_new := NEW.n;
            RETURN NEW;
        END
        $$
    """)
    op.alter_column("deed", "n", new_column_name="n_new")
    op.alter_column("deed", "n_old", new_column_name="n")
    op.alter_column("deed", "n_new", existing_type=sa.BigInteger(), nullable=True)
