"""table split in two

Revision ID: 002_table_split_in_two
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping person.street loses its values; back them up first.
- Programs that still use person.street fail from this moment on.
- Dropping person.city loses its values; back them up first.
- Programs that still use person.city fail from this moment on.
- The downgrade does not bring back the values of person.city.
- The downgrade does not bring back the values of person.street.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_table_split_in_two"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("street", sa.String(length=255), nullable=True),
        sa.Column("city", sa.String(length=255), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.drop_column("person", "street")
    op.drop_column("person", "city")


def downgrade() -> None:
    op.add_column("person", sa.Column("city", sa.String(length=255), nullable=True))
    op.add_column("person", sa.Column("street", sa.String(length=255), nullable=True))
    op.drop_table("address")
