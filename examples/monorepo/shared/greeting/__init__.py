"""What all services say."""


def greeting(name):
    return f"Hello, {name}!"
