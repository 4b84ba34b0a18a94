"""expand: online rename and type

Revision ID: 002_expand_online_rename_and
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 2.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_rename_and"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column hero.badge is stated to be badge_code now, and column hero.badge_code: its
    # type differs; both names are kept in step until no program uses the old one
    op.add_column("hero", sa.Column("badge_code", sa.String(length=20), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_badge() RETURNS trigger LANGUAGE plpgsql AS $$
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
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_badge BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_badge()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_badge_code_set",
        "hero",
        "badge_code IS NOT NULL",
        postgresql_not_valid=True,
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_badge_code_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_badge ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_badge")
    op.drop_column("hero", "badge_code")
