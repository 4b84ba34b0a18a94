"""online not null

Revision ID: 002_online_not_null
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in hero.age.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_online_not_null"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows that others write meanwhile get the same value
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_fill_hero_age() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.age IS NULL THEN
                NEW.age := (SELECT 18 FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_fill_hero_age ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_fill_hero_age BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_fill_hero_age()"
    )

    # rows without a value get the default of the column, in batches that are committed
    # one by one; it can be run again where it stopped
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
                    UPDATE hero SET age = 18
                    WHERE (age IS NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # an attempt that was broken off leaves its check behind
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_age_set")

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_age_set", "hero", "age IS NOT NULL", postgresql_not_valid=True
    )

    # rows are read while others go on reading and writing
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_age_set")

    # column hero.age: NULL is no longer allowed; the validated check spares reading the
    # table
    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_hero_age_set", "hero", type_="check")

    # every program gives a value from now on
    op.execute("DROP TRIGGER limbeck_fill_hero_age ON hero")
    op.execute("DROP FUNCTION limbeck_fill_hero_age()")


def downgrade() -> None:
    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=True)
