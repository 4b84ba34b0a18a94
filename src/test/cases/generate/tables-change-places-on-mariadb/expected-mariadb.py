"""tables change places on mariadb

Revision ID: 002_tables_change_places_on
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table draft meet another table of that name from this moment
  on.
- Programs that still use table live meet another table of that name from this moment
  on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_tables_change_places_on"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table draft is stated to be live now; it steps aside, until what is called live
    # has its own new name
    op.rename_table("draft", "draft_aside")

    # table live is stated to be draft now
    op.rename_table("live", "draft")

    # table draft_aside is stated to be live now
    op.rename_table("draft_aside", "live")

    op.execute("ALTER TABLE draft RENAME INDEX ix_live_body TO ix_draft_body")
    op.execute("ALTER TABLE live RENAME INDEX uq_draft_title TO uq_live_title")
    op.drop_constraint(op.f("fk_note_draft_id_draft"), "note", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS fk_note_draft_id_draft ON note")
    op.execute("DROP INDEX IF EXISTS draft_id ON note")

    op.create_foreign_key(
        op.f("fk_note_draft_id_live"), "note", "live", ["draft_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_note_draft_id_live"), "note", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS fk_note_draft_id_live ON note")
    op.execute("DROP INDEX IF EXISTS draft_id ON note")

    op.create_foreign_key(
        op.f("fk_note_draft_id_draft"), "note", "live", ["draft_id"], ["id"]
    )
    op.execute("ALTER TABLE live RENAME INDEX uq_live_title TO uq_draft_title")
    op.execute("ALTER TABLE draft RENAME INDEX ix_draft_body TO ix_live_body")
    op.rename_table("live", "draft_aside")
    op.rename_table("draft", "live")
    op.rename_table("draft_aside", "draft")
