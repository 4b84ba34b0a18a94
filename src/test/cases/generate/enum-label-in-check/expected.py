"""enum label in check

Revision ID: 002_enum_label_in_check
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of hero.state writes the whole table and its indexes anew; nobody reads
  or writes hero meanwhile (ACCESS EXCLUSIVE).
- Adding the check reads the whole table; nobody reads or writes hero meanwhile (ACCESS
  EXCLUSIVE).
- The check ck_c (state <> 'B' OR name <> '') of hero stops the upgrade when there are
  rows that break it.
- The downgrade does not bring back the values hero.state had before they were
  converted.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_label_in_check"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("ck_c", "hero", type_="check")

    # enum type state has lost C; PostgreSQL can neither remove nor move a label, so the
    # type is exchanged
    op.execute("ALTER TYPE state RENAME TO state_old")
    postgresql.ENUM("A", "B", name="state").create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "hero",
        "state",
        existing_type=postgresql.ENUM(
            "A", "B", "C", name="state_old", create_type=False
        ),
        type_=postgresql.ENUM("A", "B", name="state", create_type=False),
        postgresql_using="(CASE state::text WHEN 'C' THEN 'B' ELSE state::text END)::state",
        existing_nullable=False,
    )
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)

    op.create_check_constraint("ck_c", "hero", "state <> 'B' OR name <> ''")


def downgrade() -> None:
    op.drop_constraint("ck_c", "hero", type_="check")
    postgresql.ENUM("A", "B", "C", name="state_old").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "hero",
        "state",
        existing_type=postgresql.ENUM("A", "B", name="state", create_type=False),
        type_=postgresql.ENUM("A", "B", "C", name="state_old", create_type=False),
        postgresql_using="state::text::state_old",
        existing_nullable=False,
    )
    postgresql.ENUM(name="state").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE state_old RENAME TO state")
    op.create_check_constraint("ck_c", "hero", "state <> 'C' OR name <> ''")
