"""contract: online rename and type

Revision ID: 006_contract_online_rename_and
Revises: 005_switch_online_rename_and
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Programs that still call hero.badge_code by its old name, badge, fail from the last
  phase on.
- Until the last phase hero.badge_code is kept in its old type as well, and refuses or
  changes what that cannot hold: values that are no INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "006_contract_online_rename_and"
down_revision = "005_switch_online_rename_and"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_badge ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_badge")

    # no program uses the old name any more
    # limbeck: allow column-dropped -- hero.badge_code has its values
    op.drop_column("hero", "badge")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS badge INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_badge() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.badge IS DISTINCT FROM (NULL)
                    OR TG_OP = 'UPDATE' AND NEW.badge IS DISTINCT FROM OLD.badge THEN
                IF NEW.badge IS DISTINCT FROM ((SELECT badge_code::INTEGER FROM (SELECT NEW.*) AS hero))::INTEGER THEN
                    NEW.badge_code := NEW.badge;
                END IF;
            ELSIF TG_OP = 'INSERT' OR NEW.badge IS NULL
                    OR NEW.badge_code IS DISTINCT FROM OLD.badge_code THEN
                NEW.badge := (SELECT badge_code::INTEGER FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_badge ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_badge BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_badge()"
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
                    UPDATE hero SET badge = badge_code::INTEGER
                    WHERE (badge IS NULL AND badge_code IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_hero_badge")
        op.create_index(
            op.f("ix_hero_badge"),
            "hero",
            ["badge"],
            unique=False,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_badge_set")
    op.create_check_constraint(
        "ck_hero_badge_set", "hero", "badge IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_badge_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "badge", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_hero_badge_set", "hero", type_="check")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_badge() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.badge_code IS DISTINCT FROM (NULL)
                    OR TG_OP = 'UPDATE' AND NEW.badge_code IS DISTINCT FROM OLD.badge_code THEN
                IF NEW.badge_code IS DISTINCT FROM (NEW.badge)::VARCHAR(20) THEN
                    NEW.badge := (SELECT badge_code::INTEGER FROM (SELECT NEW.*) AS hero);
                END IF;
            ELSIF TG_OP = 'INSERT' OR NEW.badge_code IS NULL
                    OR NEW.badge IS DISTINCT FROM OLD.badge THEN
                NEW.badge_code := NEW.badge;
            END IF;
            RETURN NEW;
        END
        $$
    """)
