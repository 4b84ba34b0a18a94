-- MySQL has no sequences, and no CASCADE for schemas.

-- refused

-- refused

-- refused

CREATE SCHEMA IF NOT EXISTS `App`;

CREATE SCHEMA app;

DROP SCHEMA IF EXISTS app;
