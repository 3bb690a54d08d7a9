-- The service that answers.
return { name = "api", command = { "python3", "main.py" } }
