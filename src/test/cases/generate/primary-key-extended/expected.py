"""primary key extended

Revision ID: 002_primary_key_extended
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of setting have the same name, locale.
- Adding the constraint builds an index; nobody reads or writes setting meanwhile
  (ACCESS EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_primary_key_extended"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("setting_pkey", "setting", type_="primary")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT name, locale FROM setting WHERE name IS NOT NULL AND locale IS NOT NULL GROUP BY name, locale HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table setting has rows with the same name, locale; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key("setting_pkey", "setting", ["name", "locale"])


def downgrade() -> None:
    op.drop_constraint("setting_pkey", "setting", type_="primary")
    op.create_primary_key("setting_pkey", "setting", ["name"])
