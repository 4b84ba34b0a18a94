"""unique name added

Revision ID: 002_unique_name_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of hero have the same name, secret_name.
- Adding the constraint builds an index; nobody reads or writes hero meanwhile (ACCESS
  EXCLUSIVE).
- The upgrade stops when rows of team have the same headquarters.
- Adding the constraint builds an index; nobody reads or writes team meanwhile (ACCESS
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unique_name_added"
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
                SELECT name, secret_name FROM hero WHERE name IS NOT NULL AND secret_name IS NOT NULL GROUP BY name, secret_name HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table hero has rows with the same name, secret_name; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint("uq_hero_names", "hero", ["name", "secret_name"])

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT headquarters FROM team WHERE headquarters IS NOT NULL GROUP BY headquarters HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table team has rows with the same headquarters; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint("team_headquarters_key", "team", ["headquarters"])


def downgrade() -> None:
    op.drop_constraint("team_headquarters_key", "team", type_="unique")
    op.drop_constraint("uq_hero_names", "hero", type_="unique")
