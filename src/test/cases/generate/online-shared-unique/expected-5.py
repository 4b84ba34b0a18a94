"""contract: online shared unique

Revision ID: 006_contract_online_shared
Revises: 005_switch_online_shared_unique
Create Date: 2026-01-01 00:00:00

Phase 5 of 9, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "006_contract_online_shared"
down_revision = "005_switch_online_shared_unique"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_a ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_a")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.a has its values
    op.drop_column("hero", "a_old")

    # no column has the old type any more
    postgresql.ENUM(name="first_old").drop(op.get_bind(), checkfirst=False)

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := (SELECT b::text::second_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_b BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_b()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_b_new_set", "hero", "b_new IS NOT NULL", postgresql_not_valid=True
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_b_new_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_b ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_b")
    postgresql.ENUM("A", "B", name="first_old").create(op.get_bind(), checkfirst=True)
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS a_old first_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_a() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.a IS DISTINCT FROM OLD.a THEN
                NEW.a_old := (SELECT a::text::first_old FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_a ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_a BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_a()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first hero.id%TYPE;
                limbeck_last hero.id%TYPE;
                limbeck_end hero.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM hero ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM hero ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM hero WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE hero SET a_old = a::text::first_old
                    WHERE (a_old IS NULL AND a IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_a_b_key_old")
        op.create_index(
            "hero_a_b_key_old",
            "hero",
            ["a_old", "b"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_a_old_set")
    op.create_check_constraint(
        "ck_hero_a_old_set", "hero", "a_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_a_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "hero",
        "a_old",
        existing_type=postgresql.ENUM("A", "B", name="first_old", create_type=False),
        nullable=False,
    )
    op.drop_constraint("ck_hero_a_old_set", "hero", type_="check")
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_a_b_key_old UNIQUE USING INDEX "
        "hero_a_b_key_old"
    )
