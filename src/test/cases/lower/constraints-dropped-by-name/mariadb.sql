-- refused

-- refused
