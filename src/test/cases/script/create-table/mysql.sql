CREATE TABLE team (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    name VARCHAR(30) NOT NULL DEFAULT 'x', 
    PRIMARY KEY (id)
);

CREATE TABLE hero (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    team_id INTEGER, 
    code VARCHAR(5) NOT NULL, 
    done BOOL DEFAULT false, 
    PRIMARY KEY (id), 
    CONSTRAINT positive CHECK (id > 0), 
    CONSTRAINT uq_hero UNIQUE (team_id, code), 
    CONSTRAINT fk_second FOREIGN KEY(team_id) REFERENCES team (id), 
    FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE, 
    UNIQUE (code)
);

CREATE INDEX ix_hero_code ON hero (code);
