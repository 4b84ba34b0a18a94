"""switch: online text to uuid

Revision ID: 005_switch_online_text_to_uuid
Revises: 004_build_online_text_to_uuid
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

# revision identifiers, used by Alembic.
revision = "005_switch_online_text_to_uuid"
down_revision = "004_build_online_text_to_uuid"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the two columns change places
    op.alter_column("hero", "token", new_column_name="token_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "token_new", new_column_name="token")

    # the two columns change places
    op.execute(
        "ALTER TABLE hero RENAME CONSTRAINT hero_token_key TO hero_token_key_old"
    )

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_token_key UNIQUE USING INDEX "
        "hero_token_key_new"
    )

    # from now on the old column is kept like the new one
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


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_token_key_new")
        op.create_index(
            "hero_token_key_new",
            "hero",
            ["token"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_token() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.token_new := (SELECT token::UUID FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_token_key")
    op.execute(
        "ALTER TABLE hero RENAME CONSTRAINT hero_token_key_old TO hero_token_key"
    )
    op.alter_column("hero", "token", new_column_name="token_new")
    op.alter_column("hero", "token_old", new_column_name="token")
