-- MariaDB has no indexes over expressions.

-- refused

-- refused

-- refused

-- refused
