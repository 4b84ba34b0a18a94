"""unique name added

Revision ID: 002_unique_name_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of hero have the same name, secret_name.
- The upgrade stops when rows of team have the same headquarters.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unique_name_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT name, secret_name FROM hero WHERE name IS NOT NULL AND secret_name "
                "IS NOT NULL GROUP BY name, secret_name HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table hero has rows with the same name, secret_name; make them differ or "
                "delete them, then upgrade again."
            )

    op.create_unique_constraint("uq_hero_names", "hero", ["name", "secret_name"])

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT headquarters FROM team WHERE headquarters IS NOT NULL GROUP BY "
                "headquarters HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table team has rows with the same headquarters; make them differ or "
                "delete them, then upgrade again."
            )

    op.create_unique_constraint("headquarters", "team", ["headquarters"])


def downgrade() -> None:
    op.drop_constraint("headquarters", "team", type_="unique")
    op.drop_constraint("uq_hero_names", "hero", type_="unique")
