"""A web server that says hello."""


def hello(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello from Python\n"]


if __name__ == "__main__":
    import waitress

    waitress.serve(hello, port=8080)
