"""switch: online enum label in check

Revision ID: 005_switch_online_enum_label_in
Revises: 004_build_online_enum_label_in
Create Date: 2026-01-01 00:00:00

Phase 4 of 6, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

The version before works until this has run, the version after works from then on:
deploy it at this moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "005_switch_online_enum_label_in"
down_revision = "004_build_online_enum_label_in"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "hero",
        "state_new",
        existing_type=postgresql.ENUM("A", "B", name="state_new", create_type=False),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_hero_state_new_set", "hero", type_="check")

    # the two columns change places
    op.alter_column("hero", "state", new_column_name="state_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "state_new", new_column_name="state")

    # the two types change names
    op.execute("ALTER TYPE state RENAME TO state_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE state_new RENAME TO state")

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
                NEW.state_old := (SELECT state::text::state_old FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_state_new_set")
    op.create_check_constraint(
        "ck_hero_state_new_set", "hero", "state IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_state_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.state_new := (SELECT (CASE state::text WHEN 'C' THEN 'B' ELSE state::text END)::state_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TYPE state RENAME TO state_new")
    op.execute("ALTER TYPE state_old RENAME TO state")
    op.alter_column("hero", "state", new_column_name="state_new")
    op.alter_column("hero", "state_old", new_column_name="state")
    op.alter_column(
        "hero",
        "state_new",
        existing_type=postgresql.ENUM("A", "B", name="state_new", create_type=False),
        nullable=True,
    )
