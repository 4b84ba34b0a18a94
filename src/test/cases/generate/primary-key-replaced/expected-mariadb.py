"""primary key replaced

Revision ID: 002_primary_key_replaced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping country.id loses its values; back them up first.
- Programs that still use country.id fail from this moment on.
- The upgrade stops when rows of country have the same code.
- The downgrade does not bring back the values of country.id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_primary_key_replaced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a column that counts must be a key, and that is dropped next
    op.alter_column(
        "country",
        "id",
        existing_type=sa.Integer(),
        autoincrement=False,
        existing_nullable=False,
    )

    op.drop_constraint("PRIMARY", "country", type_="primary")
    op.drop_constraint("code", "country", type_="unique")
    op.drop_column("country", "id")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT code FROM country WHERE code IS NOT NULL GROUP BY code HAVING "
                "count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table country has rows with the same code; make them differ or delete "
                "them, then upgrade again."
            )

    op.create_primary_key(None, "country", ["code"])


def downgrade() -> None:
    op.drop_constraint("PRIMARY", "country", type_="primary")
    op.add_column("country", sa.Column("id", sa.Integer(), nullable=True))

    # the rows are numbered anew
    op.execute("SET @number = 0")
    op.execute("UPDATE country SET id = (@number := @number + 1) ORDER BY code")

    # every row has a number now
    op.alter_column("country", "id", existing_type=sa.Integer(), nullable=False)

    op.create_unique_constraint("code", "country", ["code"])
    op.create_primary_key(None, "country", ["id"])
    op.alter_column(
        "country",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )
