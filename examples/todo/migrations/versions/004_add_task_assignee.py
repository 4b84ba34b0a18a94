"""add task assignee and completion time

Revision ID: 004_add_task_assignee
Revises: 003_create_tags
Create Date: 2026-02-20 08:31:46.771520

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '004_add_task_assignee'
down_revision = '003_create_tags'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('tasks', sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE tasks SET completed_at = updated_at WHERE status = 'completed'")
    op.add_column('tasks', sa.Column('assignee_id', sa.Integer(), nullable=True))
    op.create_foreign_key(
        'fk_tasks_assignee_id_users', 'tasks', 'users', ['assignee_id'], ['id'], ondelete='SET NULL'
    )
    op.create_index('ix_tasks_assignee_id', 'tasks', ['assignee_id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_tasks_assignee_id', table_name='tasks')
    op.drop_constraint('fk_tasks_assignee_id_users', 'tasks', type_='foreignkey')
    op.drop_column('tasks', 'assignee_id')
    op.drop_column('tasks', 'completed_at')
