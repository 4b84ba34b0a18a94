"""expand: online enum label in check

Revision ID: 002_expand_online_enum_label_in
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Programs that write C into a state fail once columns and types have changed places.
- Once the last phase has run, a downgrade does not bring back which rows had C in a
  state.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_enum_label_in"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_c", "hero", type_="check")

    # enum type state has lost C; PostgreSQL can neither remove nor move a label, so
    # there is another type, which takes the name of this one then
    postgresql.ENUM("A", "B", name="state_new").create(op.get_bind(), checkfirst=False)

    # enum type state has lost C (hero.state); a column of the new type is filled first,
    # and takes its place then
    op.add_column(
        "hero",
        sa.Column(
            "state_new",
            postgresql.ENUM("A", "B", name="state_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.state_new := (SELECT (CASE state::text WHEN 'C' THEN 'B' ELSE state::text END)::state_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_state BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_state()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_state_new_set",
        "hero",
        "state_new IS NOT NULL",
        postgresql_not_valid=True,
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_state_new_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_state ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_state")
    op.drop_column("hero", "state_new")
    postgresql.ENUM(name="state_new").drop(op.get_bind(), checkfirst=False)
    op.create_check_constraint("ck_c", "hero", "state <> 'C' OR name <> ''")
