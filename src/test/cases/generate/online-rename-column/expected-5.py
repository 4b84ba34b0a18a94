"""contract: online rename column

Revision ID: 006_contract_online_rename
Revises: 005_switch_online_rename_column
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Programs that still call hero.alias by its old name, name, fail from the last phase
  on.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "006_contract_online_rename"
down_revision = "005_switch_online_rename_column"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_name ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_name")

    # no program uses the old name any more
    # limbeck: allow column-dropped -- hero.alias has its values
    op.drop_column("hero", "name")

    # no program uses the old name any more
    op.execute("ALTER TABLE hero RENAME CONSTRAINT uq_hero_name_new TO uq_hero_name")
    op.execute("ALTER TABLE hero RENAME CONSTRAINT ck_hero_name_new TO ck_hero_name")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero RENAME CONSTRAINT ck_hero_name TO ck_hero_name_new")
    op.execute("ALTER TABLE hero RENAME CONSTRAINT uq_hero_name TO uq_hero_name_new")
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS name VARCHAR")
    op.alter_column("hero", "name", existing_type=sa.String(), server_default="nobody")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_name() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.name IS DISTINCT FROM ('nobody')
                    OR TG_OP = 'UPDATE' AND NEW.name IS DISTINCT FROM OLD.name THEN
                NEW.alias := NEW.name;
            ELSE
                NEW.name := NEW.alias;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_name ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_name BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_name()"
    )
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_name")
    op.create_check_constraint(
        "ck_hero_name", "hero", "length(name) > 1", postgresql_not_valid=True
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
                    UPDATE hero SET name = alias
                    WHERE (name IS NULL AND alias IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_hero_name")
        op.create_index(
            op.f("ix_hero_name"),
            "hero",
            ["name"],
            unique=False,
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_hero_name")
        op.create_index(
            "uq_hero_name",
            "hero",
            ["name", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_name")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_name_set")
    op.create_check_constraint(
        "ck_hero_name_set", "hero", "name IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_name_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "name", existing_type=sa.String(), nullable=False)
    op.drop_constraint("ck_hero_name_set", "hero", type_="check")
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT uq_hero_name UNIQUE USING INDEX "
        "uq_hero_name"
    )
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_name() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.alias IS DISTINCT FROM ('nobody')
                    OR TG_OP = 'UPDATE' AND NEW.alias IS DISTINCT FROM OLD.alias THEN
                NEW.name := NEW.alias;
            ELSE
                NEW.alias := NEW.name;
            END IF;
            RETURN NEW;
        END
        $$
    """)
