// A web server that says hello, and for how long it has.
const http = require("node:http");
const ms = require("ms");

const start = Date.now();

http
  .createServer((request, response) =>
    response.end(`hello from Node, for ${ms(Date.now() - start)}\n`)
  )
  .listen(3000);
