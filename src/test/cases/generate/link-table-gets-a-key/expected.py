"""link table gets a key

Revision ID: 002_link_table_gets_a_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding posttag.id writes the whole table anew; nobody reads or writes posttag
  meanwhile (ACCESS EXCLUSIVE).
- The upgrade stops when rows of posttag have the same id.
- Adding the constraint builds an index; nobody reads or writes posttag meanwhile
  (ACCESS EXCLUSIVE).
- The upgrade stops when rows of posttag have the same post_id, tag_id.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_link_table_gets_a_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("posttag_pkey", "posttag", type_="primary")
    op.execute("ALTER TABLE posttag ADD COLUMN id SERIAL NOT NULL")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT id FROM posttag WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table posttag has rows with the same id; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key("posttag_pkey", "posttag", ["id"])

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT post_id, tag_id FROM posttag WHERE post_id IS NOT NULL AND tag_id IS NOT NULL GROUP BY post_id, tag_id HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table posttag has rows with the same post_id, tag_id; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint(
        "posttag_post_id_tag_id_key", "posttag", ["post_id", "tag_id"]
    )


def downgrade() -> None:
    op.drop_constraint("posttag_post_id_tag_id_key", "posttag", type_="unique")
    op.drop_constraint("posttag_pkey", "posttag", type_="primary")
    op.drop_column("posttag", "id")
    op.create_primary_key("posttag_pkey", "posttag", ["post_id", "tag_id"])
