return { where = 'built in', name = ... }
