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
    op.drop_constraint("posttag_ibfk_1", "posttag", type_="foreignkey")
    op.drop_constraint("PRIMARY", "posttag", type_="primary")

    # column posttag.id is new; it counts once it is a key
    op.add_column("posttag", sa.Column("id", sa.Integer(), nullable=True))

    # existing rows are numbered
    op.execute("SET @number = 0")
    op.execute(
        "UPDATE posttag SET id = (@number := @number + 1) ORDER BY post_id, tag_id"
    )

    # every row has a number now
    op.alter_column("posttag", "id", existing_type=sa.Integer(), nullable=False)

    op.create_primary_key(None, "posttag", ["id"])

    # a column that counts must be a key, and now it is one
    op.alter_column(
        "posttag",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )

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

    op.create_unique_constraint("post_id", "posttag", ["post_id", "tag_id"])
    op.create_foreign_key(
        "fk_posttag_post_id_post", "posttag", "post", ["post_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_posttag_post_id_post", "posttag", type_="foreignkey")
    op.drop_constraint("post_id", "posttag", type_="unique")
    op.alter_column(
        "posttag",
        "id",
        existing_type=sa.Integer(),
        autoincrement=False,
        existing_nullable=False,
    )
    op.drop_constraint("PRIMARY", "posttag", type_="primary")
    op.drop_column("posttag", "id")
    op.create_primary_key(None, "posttag", ["post_id", "tag_id"])
    op.create_foreign_key("posttag_ibfk_1", "posttag", "post", ["post_id"], ["id"])
