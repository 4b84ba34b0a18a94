"""The projects whose histories are judged."""

# package or repository, folder of scripts, and what env.py hands to Alembic.
PROJECTS = {
    "fullstack": {"repository": "full-stack-fastapi-template", "root": "backend", "scripts": "backend/app/alembic"},
    "fractal": {
        "package": "fractal-server==2.18.5",
        "scripts": "fractal_server/migrations",
        "metadata": "fractal_server.migrations.naming_convention:NAMING_CONVENTION",
    },
    "argilla": {"package": "argilla-server==2.8.0", "scripts": "argilla_server/alembic"},
    "argilla-sqlite": {
        "package": "argilla-server==2.8.0",
        "scripts": "argilla_server/alembic",
        "dialect": "sqlite",
    },
    "dstack": {
        "package": "dstack==0.22.5",
        "scripts": "dstack/_internal/server/migrations",
        "metadata": "dstack._internal.server.models:BaseModel.metadata",
        "requirements": ["dstack[server]==0.22.5"],
    },
    "dstack-sqlite": {
        "package": "dstack==0.22.5",
        "scripts": "dstack/_internal/server/migrations",
        "metadata": "dstack._internal.server.models:BaseModel.metadata",
        "requirements": ["dstack[server]==0.22.5"],
        "dialect": "sqlite",
        "batch": True,
    },
    "skyvern": {"package": "skyvern==1.0.56", "scripts": "alembic"},
    # Its scripts use sqlmodel's GUID, which newer versions no longer have.
    "openassistant": {
        "repository": "Open-Assistant",
        "root": "backend",
        "scripts": "backend/alembic",
        "requirements": ["sqlmodel==0.0.16"],
    },
    "openassistant-inference": {
        "repository": "Open-Assistant",
        "root": "inference/server",
        "scripts": "inference/server/alembic",
    },
    "dify": {
        "repository": "dify",
        "root": "api",
        "scripts": "api/migrations",
        "metadata": "extensions.ext_database:metadata",
        "requirements": ["flask-sqlalchemy==3.1.1"],
    },
}
