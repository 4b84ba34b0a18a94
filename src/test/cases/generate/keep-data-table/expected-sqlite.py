"""keep data table

Revision ID: 002_keep_data_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Alembic's autogenerate asks for tables whose names begin with limbeck_archive_ to be
  dropped, unless env.py leaves them out by include_name.
- Dropping thing.box_code keeps its values in limbeck_archive_thing_columns, from where
  the downgrade brings them back; drop that table when nobody needs them.
- Programs that still use thing.box_code fail from this moment on.
- Dropping thing.weight keeps its values in limbeck_archive_thing_columns, from where
  the downgrade brings them back; drop that table when nobody needs them.
- Programs that still use thing.weight fail from this moment on.
- Dropping table box keeps its rows in limbeck_archive_box, from where the downgrade
  brings them back; drop that table when nobody needs them.
- Dropping table shelf keeps its rows in limbeck_archive_shelf, from where the downgrade
  brings them back; drop that table when nobody needs them.
- The downgrade gives rows that have come since 0 in thing.weight; say otherwise with
  --fill-down thing.weight="SQL".

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_keep_data_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "thing",
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"
        },
    ) as batch_op:
        batch_op.drop_constraint("fk_thing_box_code_box", type_="foreignkey")

    # what is dropped next is kept in limbeck_archive_thing_columns
    op.create_table(
        "limbeck_archive_thing_columns",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("box_code", sa.String(), nullable=True),
        sa.Column("weight", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive_thing_columns (id, box_code, weight) SELECT "
        "id, box_code, weight FROM thing"
    )

    with op.batch_alter_table("thing") as batch_op:
        batch_op.drop_column("box_code")
        batch_op.drop_column("weight")

    # what is dropped next is kept in limbeck_archive_box
    op.create_table(
        "limbeck_archive_box",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Text(), nullable=True),
        sa.Column("packed", sa.Date(), nullable=True),
        sa.Column("shelf_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive_box (code, size, packed, shelf_id) SELECT "
        "code, size, packed, shelf_id FROM box"
    )

    op.drop_table("box")

    # what is dropped next is kept in limbeck_archive_shelf
    op.create_table(
        "limbeck_archive_shelf",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("room", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive_shelf (id, room) SELECT id, room FROM shelf"
    )

    op.drop_table("shelf")


def downgrade() -> None:
    op.create_table(
        "shelf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )

    # the rows that were kept come back
    op.execute(
        "INSERT INTO shelf (id, room) SELECT id, room FROM limbeck_archive_shelf"
    )

    op.drop_table("limbeck_archive_shelf")
    op.create_table(
        "box",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Enum("SMALL", "LARGE", name="size"), nullable=False),
        sa.Column("packed", sa.Date(), nullable=False),
        sa.Column("shelf_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["shelf_id"], ["shelf.id"]),
        sa.PrimaryKeyConstraint("code"),
    )

    # the rows that were kept come back
    op.execute(
        "INSERT INTO box (code, size, packed, shelf_id) SELECT code, size, packed, "
        "shelf_id FROM limbeck_archive_box"
    )

    op.drop_table("limbeck_archive_box")

    # the column comes back
    with op.batch_alter_table("thing") as batch_op:
        batch_op.add_column(sa.Column("weight", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("box_code", sa.String(), nullable=True))

    # the values that were kept come back
    op.execute(
        "UPDATE thing SET box_code = (SELECT kept.box_code FROM "
        "limbeck_archive_thing_columns AS kept WHERE kept.id = thing.id), weight = "
        "(SELECT kept.weight FROM limbeck_archive_thing_columns AS kept WHERE "
        "kept.id = thing.id) WHERE EXISTS (SELECT 1 FROM "
        "limbeck_archive_thing_columns AS kept WHERE kept.id = thing.id)"
    )

    # rows that have come since need a value
    op.execute(
        "UPDATE thing SET weight = 0 WHERE NOT EXISTS (SELECT 1 FROM "
        "limbeck_archive_thing_columns AS kept WHERE kept.id = thing.id)"
    )

    # every row has a value now
    with op.batch_alter_table("thing") as batch_op:
        batch_op.alter_column("weight", existing_type=sa.Float(), nullable=False)

    op.drop_table("limbeck_archive_thing_columns")
    with op.batch_alter_table("thing") as batch_op:
        batch_op.create_foreign_key(
            "fk_thing_box_code_box", "box", ["box_code"], ["code"]
        )
