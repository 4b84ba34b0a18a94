"""contract: online enum label reordered

Revision ID: 006_contract_online_enum_label
Revises: 005_switch_online_enum_label
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
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "006_contract_online_enum_label"
down_revision = "005_switch_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_shirt_size ON shirt")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_shirt_size")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- shirt.size has its values
    op.drop_column("shirt", "size_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_shirt_second ON shirt")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_shirt_second")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- shirt.second has its values
    op.drop_column("shirt", "second_old")

    # no column has the old type any more
    postgresql.ENUM(name="size_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM("L", "M", "S", name="size_old").create(
        op.get_bind(), checkfirst=True
    )
    op.execute("ALTER TABLE shirt ADD COLUMN IF NOT EXISTS second_old size_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_second() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.second IS DISTINCT FROM OLD.second THEN
                NEW.second_old := (SELECT second::text::size_old FROM (SELECT NEW.*) AS shirt);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_shirt_second ON shirt")
    op.execute(
        "CREATE TRIGGER limbeck_sync_shirt_second BEFORE INSERT OR UPDATE ON shirt "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_shirt_second()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shirt.id%TYPE;
                limbeck_last shirt.id%TYPE;
                limbeck_end shirt.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shirt ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shirt ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shirt WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shirt SET second_old = second::text::size_old
                    WHERE (second_old IS NULL AND second IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shirt
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shirt ADD COLUMN IF NOT EXISTS size_old size_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_size() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.size IS DISTINCT FROM OLD.size THEN
                NEW.size_old := (SELECT size::text::size_old FROM (SELECT NEW.*) AS shirt);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_shirt_size ON shirt")
    op.execute(
        "CREATE TRIGGER limbeck_sync_shirt_size BEFORE INSERT OR UPDATE ON shirt "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_shirt_size()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shirt.id%TYPE;
                limbeck_last shirt.id%TYPE;
                limbeck_end shirt.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shirt ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shirt ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shirt WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shirt SET size_old = size::text::size_old
                    WHERE (size_old IS NULL AND size IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shirt
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS shirt_size_key_old")
        op.create_index(
            "shirt_size_key_old",
            "shirt",
            ["size_old"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shirt DROP CONSTRAINT IF EXISTS ck_shirt_size_old_set")
    op.create_check_constraint(
        "ck_shirt_size_old_set",
        "shirt",
        "size_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shirt VALIDATE CONSTRAINT ck_shirt_size_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "shirt",
        "size_old",
        existing_type=postgresql.ENUM(
            "L", "M", "S", name="size_old", create_type=False
        ),
        nullable=False,
    )
    op.drop_constraint("ck_shirt_size_old_set", "shirt", type_="check")
    op.execute(
        "ALTER TABLE shirt ADD CONSTRAINT shirt_size_key_old UNIQUE USING INDEX "
        "shirt_size_key_old"
    )
