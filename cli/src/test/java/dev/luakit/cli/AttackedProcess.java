package dev.luakit.cli;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that carries out one attack after the other, each as a whole command. For the attack
 * {@code n} it reads the arguments from {@code n.args} in its folder, one a line, and leaves {@code
 * n.out}, {@code n.err} and at last {@code n.end}: the exit code and the milliseconds.
 */
final class AttackedProcess {
  /** Of what an attack writes to standard output, so many bytes are kept: disks are finite. */
  static final int MOST_OUTPUT = 4 << 20;

  private AttackedProcess() {}

  /**
   * @param args the folder, the first attack's number, and the number of attacks
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int end = Integer.parseInt(args[1]) + Integer.parseInt(args[2]);
    for (int n = Integer.parseInt(args[1]); n < end; n++) {
      attack(folder, n);
    }
    System.exit(0);
  }

  private static void attack(Path folder, int n) throws IOException {
    List<String> args = new ArrayList<>(Files.readAllLines(folder.resolve(n + ".args")));
    long start = System.nanoTime();
    int code;
    try (OutputStream out = new Beginning(Files.newOutputStream(folder.resolve(n + ".out")));
        OutputStream err = Files.newOutputStream(folder.resolve(n + ".err"))) {
      ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
      Host host = new Host(in, out, err, null, null, null, Map.of());
      code = Main.run(args.toArray(new String[0]), host).number();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Files.writeString(folder.resolve(n + ".end"), code + " " + millis);
  }

  /** Keeps the beginning of what is written. */
  private static final class Beginning extends FilterOutputStream {
    private int room = MOST_OUTPUT;

    private Beginning(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int kept = Math.min(length, room);
      out.write(bytes, offset, kept);
      room -= kept;
    }
  }
}
