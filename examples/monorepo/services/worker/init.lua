-- The service that works through a list.
return { name = "worker", command = { "python3", "main.py", "Ada", "Grace" } }
