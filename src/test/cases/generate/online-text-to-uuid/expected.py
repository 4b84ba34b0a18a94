"""expand: online text to uuid

Revision ID: 002_expand_online_text_to_uuid
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- The new type of hero.token: values that are no UUID are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_text_to_uuid"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column hero.token: its type differs; a column of the new type is filled first, and
    # takes its place then
    op.add_column("hero", sa.Column("token_new", sa.Uuid(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_token() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.token_new := (SELECT token::UUID FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_token BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_token()"
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("DROP TRIGGER limbeck_sync_hero_token ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_token")
    op.drop_column("hero", "token_new")
