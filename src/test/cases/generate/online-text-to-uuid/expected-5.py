"""contract: online text to uuid

Revision ID: 006_contract_online_text_to_uuid
Revises: 005_switch_online_text_to_uuid
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "006_contract_online_text_to_uuid"
down_revision = "005_switch_online_text_to_uuid"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_token ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_token")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.token has its values
    op.drop_column("hero", "token_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS token_old VARCHAR")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_token() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.token IS DISTINCT FROM OLD.token THEN
                NEW.token_old := NEW.token;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_token ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_token BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_token()"
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
                    UPDATE hero SET token_old = token
                    WHERE (token_old IS NULL AND token IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_token_key_old")
        op.create_index(
            "hero_token_key_old",
            "hero",
            ["token_old"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_token_key_old UNIQUE USING INDEX "
        "hero_token_key_old"
    )
