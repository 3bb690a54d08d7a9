return { where = 'built in', name = ..., fail = function() error('inside') end }
