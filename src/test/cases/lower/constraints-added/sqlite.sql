-- refused

-- refused

-- refused

-- refused

-- refused

-- refused

-- refused

-- refused

-- refused

-- refused
