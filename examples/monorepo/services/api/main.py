"""A web server that greets whoever the path names."""

from http.server import BaseHTTPRequestHandler, HTTPServer

from greeting import greeting


def answer(path):
    return greeting(path.strip("/") or "world") + "\n"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = answer(self.path).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    HTTPServer(("", 8080), Handler).serve_forever()
