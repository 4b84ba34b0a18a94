"""unnamed constraints

Revision ID: 002_unnamed_constraints
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of country have the same code.
- Adding the constraint builds an index; nobody reads or writes country meanwhile
  (ACCESS EXCLUSIVE).
- Adding the check reads the whole table; nobody reads or writes city meanwhile (ACCESS
  EXCLUSIVE).
- The check city_country_id_check (country_id > 0) of city stops the upgrade when there
  are rows that break it.
- Adding the foreign key reads city; nobody writes city or country meanwhile (SHARE ROW
  EXCLUSIVE).
- The foreign key city_country_id_fkey (country_id) to country (id) of city stops the
  upgrade when there are rows that refer to nothing.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_constraints"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
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

    op.create_unique_constraint("country_code_key", "country", ["code"])
    op.create_check_constraint("city_country_id_check", "city", "country_id > 0")
    op.create_foreign_key(
        "city_country_id_fkey", "city", "country", ["country_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint("city_country_id_fkey", "city", type_="foreignkey")
    op.drop_constraint("city_country_id_check", "city", type_="check")
    op.drop_constraint("country_code_key", "country", type_="unique")
