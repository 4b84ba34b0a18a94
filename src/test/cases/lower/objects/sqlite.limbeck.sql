-- SQLite has neither sequences nor schemas.

-- refused

-- refused

-- refused

-- refused

-- refused

-- refused
