"""names longer than 63 bytes

Revision ID: 002_names_longer_than_63_bytes
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the constraint builds an index; nobody reads or writes
  environmental_measurement_of_the_northern_station meanwhile (ACCESS EXCLUSIVE).
- Nobody writes environmental_measurement_of_the_northern_station while index
  ix_environmental_measurement_of_the_northern_station_av_b4b1 is built (SHARE).
- Adding the foreign key reads environmental_measurement_of_the_northern_station; nobody
  writes environmental_measurement_of_the_northern_station or
  environmental_measurement_of_the_northern_station meanwhile (SHARE ROW EXCLUSIVE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_names_longer_than_63_bytes"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "environmental_measurement_of_the_northern_station",
        sa.Column("average_temperature_of_the_day", sa.Double(), nullable=True),
    )
    op.add_column(
        "environmental_measurement_of_the_northern_station",
        sa.Column("station_identifier_of_the_owner", sa.Integer(), nullable=True),
    )
    op.add_column(
        "environmental_measurement_of_the_northern_station",
        sa.Column("identifier_given_by_the_manufacturer", sa.String(), nullable=True),
    )
    op.create_unique_constraint(
        op.f("uq_environmental_measurement_of_the_northern_station_id_5f22"),
        "environmental_measurement_of_the_northern_station",
        ["identifier_given_by_the_manufacturer"],
    )
    op.create_index(
        op.f("ix_environmental_measurement_of_the_northern_station_av_b4b1"),
        "environmental_measurement_of_the_northern_station",
        ["average_temperature_of_the_day"],
        unique=False,
    )
    op.create_foreign_key(
        op.f("fk_environmental_measurement_of_the_northern_station_st_c18e"),
        "environmental_measurement_of_the_northern_station",
        "environmental_measurement_of_the_northern_station",
        ["station_identifier_of_the_owner"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint(
        op.f("fk_environmental_measurement_of_the_northern_station_st_c18e"),
        "environmental_measurement_of_the_northern_station",
        type_="foreignkey",
    )
    op.drop_index(
        op.f("ix_environmental_measurement_of_the_northern_station_av_b4b1"),
        table_name="environmental_measurement_of_the_northern_station",
    )
    op.drop_constraint(
        op.f("uq_environmental_measurement_of_the_northern_station_id_5f22"),
        "environmental_measurement_of_the_northern_station",
        type_="unique",
    )
    op.drop_column(
        "environmental_measurement_of_the_northern_station",
        "identifier_given_by_the_manufacturer",
    )
    op.drop_column(
        "environmental_measurement_of_the_northern_station",
        "station_identifier_of_the_owner",
    )
    op.drop_column(
        "environmental_measurement_of_the_northern_station",
        "average_temperature_of_the_day",
    )
