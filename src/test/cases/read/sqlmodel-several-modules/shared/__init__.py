from .base import Base
from .team import Team
