"""uuid column added

Revision ID: 002_uuid_column_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling hero.public_id locks every row it writes until the transaction ends.
- SET NOT NULL on hero.public_id reads the whole table; nobody reads or writes hero
  meanwhile (ACCESS EXCLUSIVE).
- From now on hero.public_id must be given: programs of the version before insert no
  value, and fail.
- The upgrade stops when rows of hero have the same public_id.
- Adding the constraint builds an index; nobody reads or writes hero meanwhile (ACCESS
  EXCLUSIVE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_uuid_column_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.public_id is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("hero", sa.Column("public_id", sa.Uuid(), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE hero SET public_id = gen_random_uuid() WHERE public_id IS NULL")

    # every row of hero has a value now
    op.alter_column("hero", "public_id", existing_type=sa.Uuid(), nullable=False)

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT public_id FROM hero WHERE public_id IS NOT NULL GROUP BY public_id HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table hero has rows with the same public_id; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint("hero_public_id_key", "hero", ["public_id"])


def downgrade() -> None:
    op.drop_constraint("hero_public_id_key", "hero", type_="unique")
    op.drop_column("hero", "public_id")
