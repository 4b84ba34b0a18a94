"""tables change places

Revision ID: 002_tables_change_places
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table draft meet another table of that name from this moment
  on.
- Programs that still use table live meet another table of that name from this moment
  on.
- The upgrade stops when rows of draft have the same id.
- Adding the constraint builds an index; nobody reads or writes draft meanwhile (ACCESS
  EXCLUSIVE).
- The upgrade stops when rows of live have the same id.
- Adding the constraint builds an index; nobody reads or writes live meanwhile (ACCESS
  EXCLUSIVE).
- Adding the foreign key reads note; nobody writes note or live meanwhile (SHARE ROW
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_tables_change_places"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table draft is stated to be live now; it steps aside, until what is called live
    # has its own new name
    op.rename_table("draft", "draft_aside")

    # the sequence of draft_aside.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS draft_id_seq RENAME TO draft_aside_id_seq")

    # table live is stated to be draft now
    op.rename_table("live", "draft")

    # the sequence of draft.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS live_id_seq RENAME TO draft_id_seq")

    # table draft_aside is stated to be live now
    op.rename_table("draft_aside", "live")

    # the sequence of live.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS draft_aside_id_seq RENAME TO live_id_seq")

    op.drop_constraint(op.f("fk_note_draft_id_draft"), "note", type_="foreignkey")
    op.drop_constraint(op.f("pk_live"), "draft", type_="primary")
    op.drop_constraint(op.f("pk_draft"), "live", type_="primary")
    op.execute("ALTER INDEX ix_live_body RENAME TO ix_draft_body")
    op.execute("ALTER TABLE live RENAME CONSTRAINT uq_draft_title TO uq_live_title")

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT id FROM draft WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table draft has rows with the same id; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key(op.f("pk_draft"), "draft", ["id"])

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT id FROM live WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table live has rows with the same id; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_primary_key(op.f("pk_live"), "live", ["id"])
    op.create_foreign_key(
        op.f("fk_note_draft_id_live"), "note", "live", ["draft_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_note_draft_id_live"), "note", type_="foreignkey")
    op.drop_constraint(op.f("pk_live"), "live", type_="primary")
    op.drop_constraint(op.f("pk_draft"), "draft", type_="primary")
    op.execute("ALTER TABLE live RENAME CONSTRAINT uq_live_title TO uq_draft_title")
    op.execute("ALTER INDEX ix_draft_body RENAME TO ix_live_body")
    op.create_primary_key(op.f("pk_draft"), "live", ["id"])
    op.create_primary_key(op.f("pk_live"), "draft", ["id"])
    op.create_foreign_key(
        op.f("fk_note_draft_id_draft"), "note", "live", ["draft_id"], ["id"]
    )
    op.execute("ALTER SEQUENCE IF EXISTS live_id_seq RENAME TO draft_aside_id_seq")
    op.rename_table("live", "draft_aside")
    op.execute("ALTER SEQUENCE IF EXISTS draft_id_seq RENAME TO live_id_seq")
    op.rename_table("draft", "live")
    op.execute("ALTER SEQUENCE IF EXISTS draft_aside_id_seq RENAME TO draft_id_seq")
    op.rename_table("draft_aside", "draft")
