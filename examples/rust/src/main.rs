//! A web server that says hello.

use std::io::{Read, Write};
use std::net::TcpListener;

const HELLO: &str = "hello from Rust\n";

fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:8080")?;
    for connection in listener.incoming() {
        let mut connection = connection?;
        // Whatever is asked for: the answer is the same.
        connection.read(&mut [0; 4096])?;
        write!(
            connection,
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
            HELLO.len(),
            HELLO
        )?;
    }
    Ok(())
}
