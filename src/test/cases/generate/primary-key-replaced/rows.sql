INSERT INTO country (code) VALUES ('de'), ('fr')
