-- Blocks that do no more than guard a statement.
CREATE TABLE t (id int PRIMARY KEY, old text);
DO $$ BEGIN
  CREATE TYPE mood AS ENUM ('sad', 'ok');
EXCEPTION
  WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN CREATE TYPE mood AS ENUM ('other'); EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'there; already'; END; $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'size') THEN
    CREATE TYPE size AS ENUM ('s', 'l');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'size' AND n.nspname = 'public') THEN
    CREATE TYPE size AS ENUM ('other');
  ELSE
    ALTER TYPE size ADD VALUE 'm' BEFORE 'l';
  END IF;
END
$$ LANGUAGE plpgsql;
DO $do$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 't' AND column_name = 'a') THEN
    ALTER TABLE t ADD COLUMN a int;
  END IF;
  IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'old') THEN
    ALTER TABLE t RENAME COLUMN old TO new;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'uq_a') THEN
    EXECUTE 'ALTER TABLE t ADD CONSTRAINT uq_a UNIQUE (a)';
  END IF;
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'missing' AND contype = 'f') THEN
    ALTER TABLE t DROP CONSTRAINT missing;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'ix_new') THEN
    CREATE INDEX ix_new ON t (new);
    RAISE NOTICE 'made %', 'ix_new';
  END IF;
END $do$;
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'absent') THEN
    ALTER TABLE absent ADD COLUMN a int;
    RETURN;
  END IF;
  ALTER TABLE t ADD COLUMN later int;
END $$;
CREATE TABLE counted (id serial PRIMARY KEY);
DO $$
DECLARE
    owned text := pg_get_serial_sequence('public.counted', 'id');
BEGIN
    ALTER TABLE counted ALTER COLUMN id DROP DEFAULT;
    IF owned IS NOT NULL THEN
        EXECUTE 'DROP SEQUENCE ' || owned;
    END IF;
END
$$;
