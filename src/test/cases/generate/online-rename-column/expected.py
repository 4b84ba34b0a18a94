"""expand: online rename column

Revision ID: 002_expand_online_rename_column
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
revision = "002_expand_online_rename_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column hero.name is stated to be alias now; both names are kept in step until no
    # program uses the old one
    op.add_column("hero", sa.Column("alias", sa.String(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_name() RETURNS trigger LANGUAGE plpgsql AS $$
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
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_name BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_name()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_alias_set", "hero", "alias IS NOT NULL", postgresql_not_valid=True
    )

    # the check is to hold for the new column too; it is not validated yet, so that no
    # table is read under the lock
    op.create_check_constraint(
        "ck_hero_name_new", "hero", "length(alias) > 1", postgresql_not_valid=True
    )

    # the default goes along
    op.alter_column("hero", "alias", existing_type=sa.String(), server_default="nobody")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_name_new", "hero", type_="check")
    op.drop_constraint("ck_hero_alias_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_name ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_name")
    op.drop_column("hero", "alias")
