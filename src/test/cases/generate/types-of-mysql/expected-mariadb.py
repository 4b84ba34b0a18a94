"""types of mysql

Revision ID: 002_types_of_mysql
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The foreign key fk_stock_part_id_part (part_id) to part (id) of stock stops the
  upgrade when there are rows that refer to nothing.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_types_of_mysql"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("stock_ibfk_1", "stock", type_="foreignkey")
    op.alter_column(
        "part",
        "id",
        existing_type=sa.Integer(),
        type_=mysql.BIGINT(unsigned=True),
        existing_nullable=False,
        existing_autoincrement=True,
    )
    op.alter_column(
        "part",
        "flags",
        existing_type=mysql.SET("a", "b"),
        type_=mysql.SET("a", "b", "c"),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "count",
        existing_type=sa.Integer(),
        type_=mysql.INTEGER(unsigned=True),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "notes",
        existing_type=sa.Text(),
        type_=mysql.LONGTEXT(),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "updated",
        existing_type=sa.TIMESTAMP(),
        server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"),
        existing_nullable=False,
    )
    op.alter_column(
        "stock",
        "part_id",
        existing_type=sa.Integer(),
        type_=mysql.BIGINT(unsigned=True),
        existing_nullable=False,
    )
    op.create_index(op.f("ix_stock_part_id"), "stock", ["part_id"], unique=False)
    op.create_foreign_key("fk_stock_part_id_part", "stock", "part", ["part_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("fk_stock_part_id_part", "stock", type_="foreignkey")
    op.drop_index(op.f("ix_stock_part_id"), table_name="stock")
    op.alter_column(
        "stock",
        "part_id",
        existing_type=mysql.BIGINT(unsigned=True),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.alter_column(
        "part",
        "updated",
        existing_type=sa.TIMESTAMP(),
        server_default=sa.text("CURRENT_TIMESTAMP"),
        existing_nullable=False,
    )
    op.alter_column(
        "part",
        "notes",
        existing_type=mysql.LONGTEXT(),
        type_=sa.Text(),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "count",
        existing_type=mysql.INTEGER(unsigned=True),
        type_=sa.Integer(),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "flags",
        existing_type=mysql.SET("a", "b", "c"),
        type_=mysql.SET("a", "b"),
        existing_nullable=True,
    )
    op.alter_column(
        "part",
        "id",
        existing_type=mysql.BIGINT(unsigned=True),
        type_=sa.Integer(),
        existing_nullable=False,
        existing_autoincrement=True,
    )
    op.create_foreign_key(None, "stock", "part", ["part_id"], ["id"])
