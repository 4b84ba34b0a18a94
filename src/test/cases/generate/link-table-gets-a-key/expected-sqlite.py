"""link table gets a key

Revision ID: 002_link_table_gets_a_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of posttag have the same post_id, tag_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_link_table_gets_a_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "posttag", naming_convention={"pk": "pk_%(table_name)s"}
    ) as batch_op:
        batch_op.drop_constraint("pk_posttag", type_="primary")

    # column posttag.id is new; it counts once it is a key
    with op.batch_alter_table("posttag") as batch_op:
        batch_op.add_column(sa.Column("id", sa.Integer(), nullable=True))

    # existing rows are numbered
    op.execute("UPDATE posttag SET id = rowid")

    # every row has a number now
    with op.batch_alter_table("posttag") as batch_op:
        batch_op.alter_column("id", existing_type=sa.Integer(), nullable=False)

        batch_op.create_primary_key("pk_posttag", ["id"])

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT post_id, tag_id FROM posttag WHERE post_id IS NOT NULL AND tag_id "
                "IS NOT NULL GROUP BY post_id, tag_id HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table posttag has rows with the same post_id, tag_id; make them differ or "
                "delete them, then upgrade again."
            )

    with op.batch_alter_table("posttag") as batch_op:
        batch_op.create_unique_constraint(
            "uq_posttag_post_id_tag_id", ["post_id", "tag_id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("posttag") as batch_op:
        batch_op.drop_constraint("uq_posttag_post_id_tag_id", type_="unique")
        batch_op.drop_constraint("pk_posttag", type_="primary")
        batch_op.drop_column("id")
        batch_op.create_primary_key("pk_posttag", ["post_id", "tag_id"])
