// A web server that says hello.
const http = require("node:http");

http
  .createServer((request, response) => response.end("hello from Node\n"))
  .listen(3000);
