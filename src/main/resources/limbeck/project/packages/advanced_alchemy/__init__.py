# What advanced-alchemy 1.12 brings to a schema.
