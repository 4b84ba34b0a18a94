"""primary key extended

Revision ID: 002_primary_key_extended
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of setting have the same name, locale.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_primary_key_extended"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "setting", naming_convention={"pk": "pk_%(table_name)s"}
    ) as batch_op:
        batch_op.drop_constraint("pk_setting", type_="primary")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT name, locale FROM setting WHERE name IS NOT NULL AND locale IS NOT "
                "NULL GROUP BY name, locale HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table setting has rows with the same name, locale; make them differ or "
                "delete them, then upgrade again."
            )

    with op.batch_alter_table("setting") as batch_op:
        batch_op.create_primary_key("pk_setting", ["name", "locale"])


def downgrade() -> None:
    with op.batch_alter_table("setting") as batch_op:
        batch_op.drop_constraint("pk_setting", type_="primary")
        batch_op.create_primary_key("pk_setting", ["name"])
