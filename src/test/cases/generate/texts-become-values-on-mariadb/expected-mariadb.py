"""texts become values on mariadb

Revision ID: 002_texts_become_values_on
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not bring back the values of reading.updated as they were: the time
  of day is lost.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_texts_become_values_on"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "reading",
        "device",
        existing_type=sa.String(length=36),
        type_=sa.Uuid(),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "day",
        existing_type=sa.String(length=60),
        type_=sa.Date(),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "taken",
        existing_type=sa.String(length=40),
        type_=sa.DateTime(),
        existing_nullable=True,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.String(length=10),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.String(length=10),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.Integer(),
        server_default="0",
        existing_nullable=False,
    )

    # a value that has no counterpart would stop the change half way
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

    # column reading.valid: its type differs; in between the type holds both
    op.alter_column(
        "reading",
        "valid",
        existing_type=sa.String(length=60),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute(
        "UPDATE reading SET valid = CASE WHEN lower(trim(valid)) IN ('1', 'on', "
        "'t', 'true', 'y', 'yes') THEN 1 WHEN valid IS NOT NULL THEN 0 END"
    )
    op.alter_column(
        "reading",
        "valid",
        existing_type=sa.String(length=255),
        type_=sa.Boolean(),
        existing_nullable=False,
    )

    op.alter_column(
        "reading",
        "notes",
        existing_type=sa.Text(),
        type_=sa.JSON(),
        existing_nullable=True,
    )

    # column reading.created: its type differs; in between the type holds both
    op.alter_column(
        "reading",
        "created",
        existing_type=sa.Integer(),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute(
        "UPDATE reading SET created = timestampadd(second, created, '1970-01-01')"
    )
    op.alter_column(
        "reading",
        "created",
        existing_type=sa.String(length=255),
        type_=sa.DateTime(),
        existing_nullable=False,
    )

    op.alter_column(
        "reading",
        "updated",
        existing_type=sa.DateTime(),
        type_=sa.Date(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "reading",
        "updated",
        existing_type=sa.Date(),
        type_=sa.DateTime(),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "created",
        existing_type=sa.DateTime(),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute(
        "UPDATE reading SET created = timestampdiff(second, '1970-01-01', created)"
    )
    op.alter_column(
        "reading",
        "created",
        existing_type=sa.String(length=255),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "notes",
        existing_type=sa.JSON(),
        type_=sa.Text(),
        existing_nullable=True,
    )
    op.alter_column(
        "reading",
        "valid",
        existing_type=sa.Boolean(),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.execute(
        "UPDATE reading SET valid = CASE WHEN valid THEN 'true' WHEN valid IS NOT "
        "NULL THEN 'false' END"
    )
    op.alter_column(
        "reading",
        "valid",
        existing_type=sa.String(length=255),
        type_=sa.String(length=60),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.Integer(),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.Integer(),
        type_=sa.String(length=10),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "count",
        existing_type=sa.String(length=10),
        server_default="0",
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "taken",
        existing_type=sa.DateTime(),
        type_=sa.String(length=40),
        existing_nullable=True,
    )
    op.alter_column(
        "reading",
        "day",
        existing_type=sa.Date(),
        type_=sa.String(length=60),
        existing_nullable=False,
    )
    op.alter_column(
        "reading",
        "device",
        existing_type=sa.Uuid(),
        type_=sa.String(length=36),
        existing_nullable=False,
    )
