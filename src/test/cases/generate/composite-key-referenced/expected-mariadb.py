"""composite key referenced

Revision ID: 002_composite_key_referenced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on booking.floor must be given: programs of the version before insert no
  value, and fail.
- From now on room.floor must be given: programs of the version before insert no value,
  and fail.
- The upgrade stops when rows of room have the same building, number, floor.
- The foreign key fk_booking_building_number_floor_room (building, number, floor) to
  room (building, number, floor) of booking stops the upgrade when there are rows that
  refer to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_composite_key_referenced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("booking_ibfk_1", "booking", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS building ON booking")

    op.drop_constraint("PRIMARY", "room", type_="primary")

    # column booking.floor is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("booking", sa.Column("floor", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE booking SET floor = 0 WHERE floor IS NULL")

    # every row of booking has a value now
    op.alter_column("booking", "floor", existing_type=sa.Integer(), nullable=False)

    # column room.floor is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("room", sa.Column("floor", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE room SET floor = 0 WHERE floor IS NULL")

    # every row of room has a value now
    op.alter_column("room", "floor", existing_type=sa.Integer(), nullable=False)

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT building, number, floor FROM room WHERE building IS NOT NULL AND "
                "number IS NOT NULL AND floor IS NOT NULL GROUP BY building, number, floor "
                "HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table room has rows with the same building, number, floor; make them "
                "differ or delete them, then upgrade again."
            )

    op.create_primary_key(None, "room", ["building", "number", "floor"])
    op.create_foreign_key(
        "fk_booking_building_number_floor_room",
        "booking",
        "room",
        ["building", "number", "floor"],
        ["building", "number", "floor"],
    )


def downgrade() -> None:
    op.drop_constraint(
        "fk_booking_building_number_floor_room", "booking", type_="foreignkey"
    )

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS fk_booking_building_number_floor_room ON booking")
    op.execute("DROP INDEX IF EXISTS building ON booking")

    op.drop_constraint("PRIMARY", "room", type_="primary")
    op.drop_column("room", "floor")
    op.drop_column("booking", "floor")
    op.create_primary_key(None, "room", ["building", "number"])
    op.create_foreign_key(
        None, "booking", "room", ["building", "number"], ["building", "number"]
    )
