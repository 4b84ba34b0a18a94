"""integer to string

Revision ID: 002_integer_to_string
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of hero.age writes the whole table and its indexes anew; nobody reads or
  writes hero meanwhile (ACCESS EXCLUSIVE).
- The new type of hero.age may stop the upgrade: values longer than 10 characters are
  refused.
- The downgrade of hero.age may stop: values that are no INTEGER are refused.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_string"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.Integer(),
        type_=sa.String(length=10),
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.String(length=10),
        type_=sa.Integer(),
        postgresql_using="age::integer",
        existing_nullable=True,
    )
