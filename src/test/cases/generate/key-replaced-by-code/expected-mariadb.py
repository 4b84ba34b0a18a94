"""key replaced by code

Revision ID: 002_key_replaced_by_code
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on city.country_code must be given: programs of the version before insert no
  value, and fail.
- Dropping city.country_id loses its values; city.country_code holds what was made of
  them.
- Programs that still use city.country_id fail from this moment on.
- Dropping country.id loses its values; back them up first.
- Programs that still use country.id fail from this moment on.
- The upgrade stops when rows of country have the same code.
- The foreign key fk_city_country_code_country (country_code) to country (code) of city
  stops the upgrade when there are rows that refer to nothing.
- The downgrade does not bring back the values of country.id.
- The downgrade does not bring back the values of city.country_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_key_replaced_by_code"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("city_ibfk_1", "city", type_="foreignkey")

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

    # column city.country_code is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("city", sa.Column("country_code", sa.String(length=2), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE city SET country_code = (SELECT code FROM country WHERE country.id "
        "= city.country_id) WHERE country_code IS NULL"
    )

    # every row of city has a value now
    op.alter_column(
        "city", "country_code", existing_type=sa.String(length=2), nullable=False
    )

    # column city.country_id is gone; city.country_code has taken its values over
    op.drop_column("city", "country_id")

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
    op.create_foreign_key(
        "fk_city_country_code_country", "city", "country", ["country_code"], ["code"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_city_country_code_country", "city", type_="foreignkey")
    op.drop_constraint("PRIMARY", "country", type_="primary")
    op.add_column("country", sa.Column("id", sa.Integer(), nullable=True))

    # the rows are numbered anew
    op.execute("SET @number = 0")
    op.execute("UPDATE country SET id = (@number := @number + 1) ORDER BY code")

    # every row has a number now
    op.alter_column("country", "id", existing_type=sa.Integer(), nullable=False)

    op.add_column("city", sa.Column("country_id", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE city SET country_id = (SELECT id FROM country WHERE country.code = "
        "city.country_code) WHERE country_id IS NULL"
    )

    # every row has a value now
    op.alter_column("city", "country_id", existing_type=sa.Integer(), nullable=False)

    op.drop_column("city", "country_code")
    op.create_unique_constraint("code", "country", ["code"])
    op.create_primary_key(None, "country", ["id"])
    op.alter_column(
        "country",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )
    op.create_foreign_key(None, "city", "country", ["country_id"], ["id"])
