local x = 
return }
