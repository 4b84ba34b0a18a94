"""enum to string

Revision ID: 002_enum_to_string
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of orders.status writes the whole table and its indexes anew; nobody
  reads or writes orders meanwhile (ACCESS EXCLUSIVE).
- The downgrade of orders.status may stop: values that are no label of it are refused.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_to_string"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "orders",
        "status",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        server_default=None,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        type_=sa.String(length=10),
        existing_nullable=False,
    )
    op.alter_column(
        "orders", "status", existing_type=sa.String(length=10), server_default="NEW"
    )
    postgresql.ENUM(name="status").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("NEW", "PAID", name="status").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "orders", "status", existing_type=sa.String(length=10), server_default=None
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=sa.String(length=10),
        type_=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        postgresql_using="status::text::status",
        existing_nullable=False,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
        server_default="NEW",
    )
