op.execute("ALTER TYPE mood RENAME TO mood_old")
op.execute("CREATE TYPE mood AS ENUM ('sad', 'glad', 'calm')")
op.alter_column("t", "mood", type_=sa.Enum("sad", "glad", "calm", name="mood"), postgresql_using="mood::text::mood")
op.execute("DROP TYPE mood_old")
