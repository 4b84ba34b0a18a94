from app.models.tag import Tag, TaskTag
from app.models.task import Task, TaskStatus
from app.models.user import User

__all__ = ["Tag", "Task", "TaskStatus", "TaskTag", "User"]
