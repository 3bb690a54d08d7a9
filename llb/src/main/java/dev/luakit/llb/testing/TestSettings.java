package dev.luakit.llb.testing;

import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.stdlib.PrintSink;
import dev.luakit.vm.Limits;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What whoever runs tests says about them.
 *
 * @param limits what each file of tests may use, and each build in it
 * @param buildArguments what {@code bk.arg} sees, in tests and in builds that do not say it
 * @param platform what is built for where a build does not say it, or null
 * @param sourceDateEpoch the one point in time that all scripts see, in seconds since 1970
 * @param filter what the name of a test must contain, or null to run all
 * @param print gets the lines that tests print
 * @param buildPrint gets the lines that build scripts print, each with its newline
 * @param images tells what is known of the images that a build script names
 */
public record TestSettings(
    Limits limits,
    Map<String, String> buildArguments,
    Platform platform,
    long sourceDateEpoch,
    String filter,
    PrintSink print,
    Consumer<byte[]> buildPrint,
    KnownImages images) {

  /** What is known of images without asking anybody. */
  public interface KnownImages {
    /** What knows about the images of a script's file, or null for nobody. */
    ImageResolver of(Path script);
  }
}
