"""texts become values

Revision ID: 002_texts_become_values
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of reading.updated changes values: the time of day is lost.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_texts_become_values"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT 1 FROM reading WHERE length(replace(device, '-', '')) <> 32"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of reading have something in device that is no UUID."
            )

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "device",
            existing_type=sa.String(length=36),
            type_=sa.Uuid(),
            existing_nullable=False,
        )

    # existing values are written as the new type has them
    op.execute("UPDATE reading SET device = lower(replace(device, '-', ''))")

    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text("SELECT 1 FROM reading WHERE day IS NOT NULL AND date(day) IS NULL")
        ).first()
        if violation is not None:
            raise RuntimeError("Rows of reading have something in day that is no date.")

    # existing values are written as the new type has them
    op.execute("UPDATE reading SET day = date(day)")

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "day",
            existing_type=sa.String(),
            type_=sa.String().with_variant(sa.Date(), "sqlite"),
            existing_nullable=False,
        )

    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT 1 FROM reading WHERE taken IS NOT NULL AND datetime(taken) IS NULL"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of reading have something in taken that is no point in time."
            )

    # existing values are written as the new type has them
    op.execute("UPDATE reading SET taken = replace(taken, 'T', ' ')")

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "taken",
            existing_type=sa.String(length=40),
            type_=sa.String(length=40).with_variant(sa.DateTime(), "sqlite"),
            existing_nullable=True,
        )
        batch_op.alter_column(
            "count", existing_type=sa.String(length=10), server_default=None
        )

    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT 1 FROM reading WHERE ltrim(trim(count), '+-') = '' OR "
                "ltrim(trim(count), '+-') GLOB '*[^0-9]*'"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of reading have something in count that is no whole number."
            )

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "count",
            existing_type=sa.String(length=10),
            type_=sa.Integer(),
            existing_nullable=False,
        )
        batch_op.alter_column("count", existing_type=sa.Integer(), server_default="0")

    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT 1 FROM reading WHERE lower(trim(valid)) NOT IN ('1', 'on', 't', "
                "'true', 'y', 'yes', '0', 'f', 'false', 'n', 'no', 'off')"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of reading have something in valid that is neither true nor false."
            )

    # existing values are written as the new type has them
    op.execute(
        "UPDATE reading SET valid = CASE WHEN lower(trim(valid)) IN ('1', 'on', "
        "'t', 'true', 'y', 'yes') THEN 1 WHEN valid IS NOT NULL THEN 0 END"
    )

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "valid",
            existing_type=sa.String(),
            type_=sa.Boolean(),
            existing_nullable=False,
        )

    # SQLite would make something else of a value that has no counterpart
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT 1 FROM reading WHERE notes IS NOT NULL AND NOT json_valid(notes)"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Rows of reading have something in notes that is no JSON."
            )

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "notes", existing_type=sa.Text(), type_=sa.JSON(), existing_nullable=True
        )

    # existing values become what is stated
    op.execute(
        "UPDATE reading SET created = datetime(created, 'unixepoch') || '.000000'"
    )

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "created",
            existing_type=sa.Integer(),
            type_=sa.Integer().with_variant(sa.DateTime(), "sqlite"),
            existing_nullable=False,
        )

    # existing values are written as the new type has them
    op.execute("UPDATE reading SET updated = date(updated)")

    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "updated",
            existing_type=sa.DateTime(),
            type_=sa.DateTime().with_variant(sa.Date(), "sqlite"),
            existing_nullable=False,
        )


def downgrade() -> None:
    op.execute("UPDATE reading SET updated = updated || ' 00:00:00.000000'")
    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "updated",
            existing_type=sa.Date(),
            type_=sa.Date().with_variant(sa.DateTime(), "sqlite"),
            existing_nullable=False,
        )
    op.execute("UPDATE reading SET created = unixepoch(created)")
    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column(
            "created",
            existing_type=sa.DateTime(),
            type_=sa.Integer(),
            existing_nullable=False,
        )
        batch_op.alter_column(
            "notes", existing_type=sa.JSON(), type_=sa.Text(), existing_nullable=True
        )
        batch_op.alter_column(
            "valid",
            existing_type=sa.Boolean(),
            type_=sa.String(),
            existing_nullable=False,
        )
    op.execute(
        "UPDATE reading SET valid = CASE valid WHEN '1' THEN 'true' WHEN '0' THEN "
        "'false' END"
    )
    with op.batch_alter_table("reading") as batch_op:
        batch_op.alter_column("count", existing_type=sa.Integer(), server_default=None)
        batch_op.alter_column(
            "count",
            existing_type=sa.Integer(),
            type_=sa.String(length=10),
            existing_nullable=False,
        )
        batch_op.alter_column(
            "count", existing_type=sa.String(length=10), server_default="0"
        )
        batch_op.alter_column(
            "taken",
            existing_type=sa.DateTime(),
            type_=sa.String(length=40),
            existing_nullable=True,
        )
        batch_op.alter_column(
            "day", existing_type=sa.Date(), type_=sa.String(), existing_nullable=False
        )
        batch_op.alter_column(
            "device",
            existing_type=sa.Uuid(),
            type_=sa.String(length=36),
            existing_nullable=False,
        )
    op.execute(
        "UPDATE reading SET device = substr(device, 1, 8) || '-' || substr(device, "
        "9, 4) || '-' || substr(device, 13, 4) || '-' || substr(device, 17, 4) || "
        "'-' || substr(device, 21)"
    )
