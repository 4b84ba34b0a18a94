"""foreign key match full

Revision ID: 002_foreign_key_match_full
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads booking; nobody writes booking or room meanwhile (SHARE
  ROW EXCLUSIVE).
- The foreign key fk_booking_room (building, number) to room (building, number) of
  booking stops the upgrade when there are rows that refer to nothing.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_foreign_key_match_full"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("fk_booking_room", "booking", type_="foreignkey")
    op.create_foreign_key(
        "fk_booking_room",
        "booking",
        "room",
        ["building", "number"],
        ["building", "number"],
        match="FULL",
    )


def downgrade() -> None:
    op.drop_constraint("fk_booking_room", "booking", type_="foreignkey")
    op.create_foreign_key(
        "fk_booking_room",
        "booking",
        "room",
        ["building", "number"],
        ["building", "number"],
    )
