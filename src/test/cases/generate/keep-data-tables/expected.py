"""keep data tables

Revision ID: 002_keep_data_tables
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping match.winner_id keeps its values in limbeck_archive.match_winner_id, from
  where the downgrade brings them back; drop that table when nobody needs them.
- Programs that still use match.winner_id fail from this moment on.
- Dropping table player keeps its rows in limbeck_archive.player, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Dropping table team keeps its rows in limbeck_archive.team, from where the downgrade
  brings them back; drop that table when nobody needs them.
- The downgrade gives rows that have come since 0 in match.winner_id; say otherwise with
  --fill-down match.winner_id="SQL".

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_keep_data_tables"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("match_winner_id_fkey", "match", type_="foreignkey")
    op.drop_index(op.f("ix_match_winner_id"), table_name="match")

    # what is dropped is kept in a schema that Alembic does not compare
    op.execute("CREATE SCHEMA limbeck_archive")

    # what is dropped next is kept in limbeck_archive.match_winner_id
    op.create_table(
        "match_winner_id",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("winner_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        schema="limbeck_archive",
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive.match_winner_id (id, winner_id) SELECT id, "
        "winner_id FROM match"
    )

    op.drop_column("match", "winner_id")

    # what is dropped next is kept in limbeck_archive.player
    op.create_table(
        "player",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("color", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        schema="limbeck_archive",
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive.player (id, team_id, color) SELECT id, "
        "team_id, color::TEXT FROM player"
    )

    op.drop_table("player")

    # what is dropped next is kept in limbeck_archive.team
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=50), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        schema="limbeck_archive",
    )

    # its rows are copied
    op.execute("INSERT INTO limbeck_archive.team (id, name) SELECT id, name FROM team")

    op.drop_table("team")
    postgresql.ENUM(name="color").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("red", "blue", name="color").create(op.get_bind(), checkfirst=False)
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column(
            "shout",
            sa.String(length=60),
            sa.Computed("name || '!'", persisted=True),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )

    # the rows that were kept come back
    op.execute(
        "INSERT INTO team (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM "
        "limbeck_archive.team"
    )
    op.execute(
        "SELECT setval(pg_get_serial_sequence('team', 'id'), coalesce(max(id), 0) "
        "+ 1, false) FROM team"
    )

    op.drop_table("team", schema="limbeck_archive")
    op.create_table(
        "player",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column(
            "color",
            postgresql.ENUM("red", "blue", name="color", create_type=False),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

    # the rows that were kept come back
    op.execute(
        "INSERT INTO player (id, team_id, color) SELECT id, team_id, color::color "
        "FROM limbeck_archive.player"
    )
    op.execute(
        "SELECT setval(pg_get_serial_sequence('player', 'id'), coalesce(max(id), "
        "0) + 1, false) FROM player"
    )

    op.drop_table("player", schema="limbeck_archive")

    # the column comes back
    op.add_column("match", sa.Column("winner_id", sa.Integer(), nullable=True))

    # the values that were kept come back
    op.execute(
        "UPDATE match SET winner_id = kept.winner_id FROM "
        "limbeck_archive.match_winner_id AS kept WHERE kept.id = match.id"
    )

    # rows that have come since need a value
    op.execute(
        "UPDATE match SET winner_id = 0 WHERE NOT EXISTS (SELECT 1 FROM "
        "limbeck_archive.match_winner_id AS kept WHERE kept.id = match.id)"
    )

    # every row has a value now
    op.alter_column("match", "winner_id", existing_type=sa.Integer(), nullable=False)

    op.drop_table("match_winner_id", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
    op.create_index(op.f("ix_match_winner_id"), "match", ["winner_id"], unique=False)
    op.create_foreign_key(
        "match_winner_id_fkey", "match", "team", ["winner_id"], ["id"]
    )
