package dev.luakit.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run has from its process.
 *
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err standard error, unbuffered
 * @param outFile the file that standard output is, to ask what kind of file, or null for none
 * @param errFile the file that standard error is, or null for none
 * @param sourceDateEpoch the variable {@code SOURCE_DATE_EPOCH} of the environment, or null; no
 *     other variable has a say in what a script does
 * @param environment the variables, for how registries are reached
 */
record Host(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Path outFile,
    Path errFile,
    String sourceDateEpoch,
    Map<String, String> environment) {

  /** This process. */
  static Host ofProcess() {
    return new Host(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Path.of("/dev/fd/1"),
        Path.of("/dev/fd/2"),
        System.getenv("SOURCE_DATE_EPOCH"),
        System.getenv());
  }
}
