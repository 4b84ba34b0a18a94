"""contract: online not null

Revision ID: 006_contract_online_not_null
Revises: 005_switch_online_not_null
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "006_contract_online_not_null"
down_revision = "005_switch_online_not_null"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # every program gives a value from now on
    op.execute("DROP TRIGGER limbeck_fill_hero_age ON hero")

    # every program gives a value from now on
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_fill_hero_age")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE FUNCTION limbeck_fill_hero_age() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.age IS NULL THEN
                NEW.age := (SELECT 18 FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_fill_hero_age BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_fill_hero_age()"
    )
