"""integer key to bigint

Revision ID: 002_integer_key_to_bigint
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of hero.team_id writes the whole table and its indexes anew; nobody reads
  or writes hero meanwhile (ACCESS EXCLUSIVE).
- The new type of team.id writes the whole table and its indexes anew; nobody reads or
  writes team meanwhile (ACCESS EXCLUSIVE).
- The downgrade of team.id may stop: values out of the range of INTEGER are refused.
- The downgrade of hero.team_id may stop: values out of the range of INTEGER are
  refused.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_key_to_bigint"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "team_id",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=True,
    )
    op.alter_column(
        "team",
        "id",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "team",
        "id",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.alter_column(
        "hero",
        "team_id",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=True,
    )
