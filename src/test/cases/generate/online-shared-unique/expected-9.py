"""contract 2: online shared unique

Revision ID: 010_contract_2_online_shared
Revises: 009_switch_2_online_shared
Create Date: 2026-01-01 00:00:00

Phase 9 of 9, contract 2: what only the version before needs is taken away.

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
revision = "010_contract_2_online_shared"
down_revision = "009_switch_2_online_shared"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_b ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_b")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.b has its values
    op.drop_column("hero", "b_old")

    # no column has the old type any more
    postgresql.ENUM(name="second_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM("C", "D", name="second_old").create(op.get_bind(), checkfirst=True)
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS b_old second_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.b IS DISTINCT FROM OLD.b THEN
                NEW.b_old := (SELECT b::text::second_old FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_b ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_b BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_b()"
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
                    UPDATE hero SET b_old = b::text::second_old
                    WHERE (b_old IS NULL AND b IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
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
            ["a", "b_old"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_b_old_set")
    op.create_check_constraint(
        "ck_hero_b_old_set", "hero", "b_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_b_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "hero",
        "b_old",
        existing_type=postgresql.ENUM("C", "D", name="second_old", create_type=False),
        nullable=False,
    )
    op.drop_constraint("ck_hero_b_old_set", "hero", type_="check")
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_a_b_key_old UNIQUE USING INDEX "
        "hero_a_b_key_old"
    )
