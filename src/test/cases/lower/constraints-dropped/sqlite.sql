-- refused

-- refused

-- refused

-- refused
