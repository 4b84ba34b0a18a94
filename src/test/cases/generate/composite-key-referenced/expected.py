"""composite key referenced

Revision ID: 002_composite_key_referenced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling booking.floor locks every row it writes until the transaction ends.
- SET NOT NULL on booking.floor reads the whole table; nobody reads or writes booking
  meanwhile (ACCESS EXCLUSIVE).
- From now on booking.floor must be given: programs of the version before insert no
  value, and fail.
- Filling room.floor locks every row it writes until the transaction ends.
- SET NOT NULL on room.floor reads the whole table; nobody reads or writes room
  meanwhile (ACCESS EXCLUSIVE).
- From now on room.floor must be given: programs of the version before insert no value,
  and fail.
- The upgrade stops when rows of room have the same building, number, floor.
- Adding the constraint builds an index; nobody reads or writes room meanwhile (ACCESS
  EXCLUSIVE).
- Adding the foreign key reads booking; nobody writes booking or room meanwhile (SHARE
  ROW EXCLUSIVE).
- The foreign key booking_building_number_floor_fkey (building, number, floor) to room
  (building, number, floor) of booking stops the upgrade when there are rows that refer
  to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_composite_key_referenced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("booking_building_number_fkey", "booking", type_="foreignkey")
    op.drop_constraint("room_pkey", "room", type_="primary")

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
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT building, number, floor FROM room WHERE building IS NOT NULL AND number IS NOT NULL AND floor IS NOT NULL GROUP BY building, number, floor HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table room has rows with the same building, number, floor; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key("room_pkey", "room", ["building", "number", "floor"])
    op.create_foreign_key(
        "booking_building_number_floor_fkey",
        "booking",
        "room",
        ["building", "number", "floor"],
        ["building", "number", "floor"],
    )


def downgrade() -> None:
    op.drop_constraint(
        "booking_building_number_floor_fkey", "booking", type_="foreignkey"
    )
    op.drop_constraint("room_pkey", "room", type_="primary")
    op.drop_column("room", "floor")
    op.drop_column("booking", "floor")
    op.create_primary_key("room_pkey", "room", ["building", "number"])
    op.create_foreign_key(
        "booking_building_number_fkey",
        "booking",
        "room",
        ["building", "number"],
        ["building", "number"],
    )
