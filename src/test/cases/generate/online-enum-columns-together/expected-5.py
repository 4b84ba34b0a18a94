"""contract: online enum columns together

Revision ID: 006_contract_online_enum_columns
Revises: 005_switch_online_enum_columns
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
revision = "006_contract_online_enum_columns"
down_revision = "005_switch_online_enum_columns"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_parcel_ordered ON parcel")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_parcel_ordered")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- parcel.ordered has its values
    op.drop_column("parcel", "ordered_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_parcel_sent ON parcel")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_parcel_sent")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- parcel.sent has its values
    op.drop_column("parcel", "sent_old")

    # no column has the old type any more
    postgresql.ENUM(name="size_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM("S", "M", "L", "XL", name="size_old").create(
        op.get_bind(), checkfirst=True
    )
    op.execute("ALTER TABLE parcel ADD COLUMN IF NOT EXISTS sent_old size_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_sent() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.sent IS DISTINCT FROM OLD.sent THEN
                NEW.sent_old := (SELECT sent::text::size_old FROM (SELECT NEW.*) AS parcel);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_parcel_sent ON parcel")
    op.execute(
        "CREATE TRIGGER limbeck_sync_parcel_sent BEFORE INSERT OR UPDATE ON parcel "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_parcel_sent()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first parcel.id%TYPE;
                limbeck_last parcel.id%TYPE;
                limbeck_end parcel.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM parcel ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM parcel ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM parcel WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE parcel SET sent_old = sent::text::size_old
                    WHERE (sent_old IS NULL AND sent IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM parcel
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_parcel_sent_old")
        op.create_index(
            op.f("ix_parcel_sent_old"),
            "parcel",
            ["sent_old"],
            unique=False,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE parcel ADD COLUMN IF NOT EXISTS ordered_old size_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.ordered IS DISTINCT FROM OLD.ordered THEN
                NEW.ordered_old := (SELECT ordered::text::size_old FROM (SELECT NEW.*) AS parcel);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_parcel_ordered ON parcel")
    op.execute(
        "CREATE TRIGGER limbeck_sync_parcel_ordered BEFORE INSERT OR UPDATE ON "
        "parcel FOR EACH ROW EXECUTE FUNCTION limbeck_sync_parcel_ordered()"
    )
    op.execute("ALTER TABLE parcel DROP CONSTRAINT IF EXISTS ck_parcel_sizes_old")
    op.create_check_constraint(
        "ck_parcel_sizes_old",
        "parcel",
        "ordered_old <> sent_old OR place > 0",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first parcel.id%TYPE;
                limbeck_last parcel.id%TYPE;
                limbeck_end parcel.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM parcel ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM parcel ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM parcel WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE parcel SET ordered_old = ordered::text::size_old
                    WHERE (ordered_old IS NULL AND ordered IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM parcel
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_parcel_sizes_old")
        op.create_index(
            "ix_parcel_sizes_old",
            "parcel",
            ["sent_old", "ordered_old"],
            unique=False,
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_parcel_sizes_old")
        op.create_index(
            "uq_parcel_sizes_old",
            "parcel",
            ["ordered_old", "sent_old", "place"],
            unique=True,
            postgresql_concurrently=True,
        )
        op.execute("ALTER TABLE parcel VALIDATE CONSTRAINT ck_parcel_sizes_old")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE parcel DROP CONSTRAINT IF EXISTS ck_parcel_ordered_old_set")
    op.create_check_constraint(
        "ck_parcel_ordered_old_set",
        "parcel",
        "ordered_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE parcel VALIDATE CONSTRAINT ck_parcel_ordered_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "parcel",
        "ordered_old",
        existing_type=postgresql.ENUM(
            "S", "M", "L", "XL", name="size_old", create_type=False
        ),
        nullable=False,
    )
    op.drop_constraint("ck_parcel_ordered_old_set", "parcel", type_="check")
    op.execute(
        "ALTER TABLE parcel ADD CONSTRAINT uq_parcel_sizes_old UNIQUE USING INDEX "
        "uq_parcel_sizes_old"
    )
