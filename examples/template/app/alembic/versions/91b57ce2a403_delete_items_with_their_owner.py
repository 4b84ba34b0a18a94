"""Delete items with their owner

Revision ID: 91b57ce2a403
Revises: e60a1f37d895
Create Date: 2024-03-09 14:12:33.680274

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes


# revision identifiers, used by Alembic.
revision = '91b57ce2a403'
down_revision = 'e60a1f37d895'
branch_labels = None
depends_on = None


def upgrade():
    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.create_foreign_key(None, 'item', 'user', ['owner_id'], ['id'], ondelete='CASCADE')


def downgrade():
    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.create_foreign_key('item_owner_id_fkey', 'item', 'user', ['owner_id'], ['id'])
