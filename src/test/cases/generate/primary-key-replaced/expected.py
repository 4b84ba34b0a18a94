"""primary key replaced

Revision ID: 002_primary_key_replaced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping country.id loses its values; back them up first.
- Programs that still use country.id fail from this moment on.
- The upgrade stops when rows of country have the same code.
- Adding the constraint builds an index; nobody reads or writes country meanwhile
  (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values of country.id.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_primary_key_replaced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("country_pkey", "country", type_="primary")
    op.drop_constraint("country_code_key", "country", type_="unique")
    op.drop_column("country", "id")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT code FROM country WHERE code IS NOT NULL GROUP BY code HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table country has rows with the same code; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key("country_pkey", "country", ["code"])


def downgrade() -> None:
    op.drop_constraint("country_pkey", "country", type_="primary")
    op.execute("ALTER TABLE country ADD COLUMN id SERIAL NOT NULL")
    op.create_unique_constraint("country_code_key", "country", ["code"])
    op.create_primary_key("country_pkey", "country", ["id"])
