"""rename foreign key column

Revision ID: 002_rename_foreign_key_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table team fail from this moment on.
- Programs that still call hero.team_id so, and not squad_id, fail from now on.
- The upgrade stops when rows of squad have the same id.
- The foreign key (squad_id) to squad (id) of hero stops the upgrade when there are rows
  that refer to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_rename_foreign_key_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table team is stated to be squad now
    op.rename_table("team", "squad")

    # column hero.team_id is stated to be squad_id now
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column("team_id", new_column_name="squad_id")

    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_constraint("fk_hero_team_id_squad", type_="foreignkey")
    with op.batch_alter_table("squad") as batch_op:
        batch_op.drop_index("ix_team_name")
        batch_op.drop_constraint("pk_team", type_="primary")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT id FROM squad WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table squad has rows with the same id; make them differ or delete them, "
                "then upgrade again."
            )

    with op.batch_alter_table("squad") as batch_op:
        batch_op.create_primary_key("pk_squad", ["id"])
        batch_op.create_index(op.f("ix_squad_name"), ["name"], unique=False)
    with op.batch_alter_table("hero") as batch_op:
        batch_op.create_foreign_key(
            "fk_hero_squad_id_squad", "squad", ["squad_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table(
        "hero",
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        },
    ) as batch_op:
        batch_op.drop_constraint("fk_hero_squad_id_squad", type_="foreignkey")
    with op.batch_alter_table(
        "squad",
        naming_convention={
            "pk": "pk_%(table_name)s",
        },
    ) as batch_op:
        batch_op.drop_index(op.f("ix_squad_name"))
        batch_op.drop_constraint("pk_squad", type_="primary")
        batch_op.create_primary_key("pk_team", ["id"])
        batch_op.create_index("ix_team_name", ["name"], unique=False)
    with op.batch_alter_table("hero") as batch_op:
        batch_op.create_foreign_key(
            "fk_hero_team_id_squad", "squad", ["squad_id"], ["id"]
        )
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column("squad_id", new_column_name="team_id")
    op.rename_table("squad", "team")
