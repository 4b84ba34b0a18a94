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
    with op.batch_alter_table(
        "city",
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"
        },
    ) as batch_op:
        batch_op.drop_constraint("fk_city_country_id_country", type_="foreignkey")
    with op.batch_alter_table(
        "country",
        naming_convention={
            "pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"
        },
    ) as batch_op:
        batch_op.drop_constraint("pk_country", type_="primary")
        batch_op.drop_constraint("uq_country_code", type_="unique")

    # column city.country_code is new; it is added nullable first, because existing rows
    # have no value yet
    with op.batch_alter_table("city") as batch_op:
        batch_op.add_column(
            sa.Column("country_code", sa.String(length=2), nullable=True)
        )

    # existing rows get as stated
    op.execute(
        "UPDATE city SET country_code = (SELECT code FROM country WHERE country.id "
        "= city.country_id) WHERE country_code IS NULL"
    )

    # every row of city has a value now
    with op.batch_alter_table("city") as batch_op:
        batch_op.alter_column(
            "country_code", existing_type=sa.String(length=2), nullable=False
        )

    # column city.country_id is gone; city.country_code has taken its values over
    with op.batch_alter_table("city") as batch_op:
        batch_op.drop_column("country_id")

    with op.batch_alter_table("country") as batch_op:
        batch_op.drop_column("id")

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

    with op.batch_alter_table("country") as batch_op:
        batch_op.create_primary_key("pk_country", ["code"])
    with op.batch_alter_table("city") as batch_op:
        batch_op.create_foreign_key(
            "fk_city_country_code_country", "country", ["country_code"], ["code"]
        )


def downgrade() -> None:
    with op.batch_alter_table("city") as batch_op:
        batch_op.drop_constraint("fk_city_country_code_country", type_="foreignkey")
    with op.batch_alter_table("country") as batch_op:
        batch_op.drop_constraint("pk_country", type_="primary")
        batch_op.add_column(
            sa.Column("id", sa.Integer(), autoincrement=True, nullable=True)
        )

    # the rows are numbered anew
    op.execute("UPDATE country SET id = rowid")

    # every row has a number now
    with op.batch_alter_table("country") as batch_op:
        batch_op.alter_column("id", existing_type=sa.Integer(), nullable=False)

    with op.batch_alter_table("city") as batch_op:
        batch_op.add_column(sa.Column("country_id", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE city SET country_id = (SELECT id FROM country WHERE country.code = "
        "city.country_code) WHERE country_id IS NULL"
    )

    # every row has a value now
    with op.batch_alter_table("city") as batch_op:
        batch_op.alter_column("country_id", existing_type=sa.Integer(), nullable=False)

        batch_op.drop_column("country_code")
    with op.batch_alter_table("country") as batch_op:
        batch_op.create_unique_constraint("uq_country_code", ["code"])
        batch_op.create_primary_key("pk_country", ["id"])
    with op.batch_alter_table("city") as batch_op:
        batch_op.create_foreign_key(
            "fk_city_country_id_country", "country", ["country_id"], ["id"]
        )
