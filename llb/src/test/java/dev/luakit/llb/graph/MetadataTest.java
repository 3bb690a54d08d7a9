package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.ops.OpMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about operations without being part of them. */
class MetadataTest extends GraphFixture {
  @Test
  void everythingThatCanBeSaid() {
    Metadata all = new Metadata("n", new ProgressGroup("id", "name", true), true, true, null);
    assertOption("metadata_all", run(alpine(), "make").withMetadata(all));
    Metadata noCache = new Metadata("", null, false, false, null);
    assertOption("metadata_no_export_cache", run(alpine(), "make").withMetadata(noCache));
  }

  @Test
  void itDoesNotChangeTheDigest() {
    State made = run(alpine(), "make");
    State described = made.withMetadata(new Metadata("x", null, false, null, null));
    assertEquals(made.output().vertex().digest(), described.output().vertex().digest());
  }

  @Test
  void whatIsSaidLaterWinsAndTheRestStays() {
    State state =
        run(alpine(), "make")
            .withMetadata(new Metadata("one", null, true, false, null))
            .withMetadata(
                new Metadata("two", new ProgressGroup("g", "g", false), false, null, null));
    OpMetadata metadata = metadata(state);
    assertEquals("two", metadata.getDescriptionOrThrow("llb.customname"));
    assertTrue(metadata.getIgnoreCache());
    assertTrue(metadata.hasExportCache());
    assertEquals("g", metadata.getProgressGroup().getId());
  }

  @Test
  void twinsAreOneOperationOfWhichBothIsSaid() {
    State one = run(alpine(), "make").withMetadata(new Metadata("one", null, true, null, null));
    State two = run(alpine(), "make").withMetadata(new Metadata("two", null, false, true, null));
    assertOption("metadata_of_twins", graph.merge(List.of(one, two), NOWHERE));
  }

  @Test
  void twinsAreFoundThoughOnlyOneIsAnInput() {
    State one = image("x").withMetadata(new Metadata("one", null, false, null, null));
    State two = image("x").withMetadata(new Metadata("", null, true, null, null));
    assertOption(
        "metadata_of_twin_images", graph.merge(List.of(run(one, "make"), run(two, "b")), NOWHERE));

    State bound = run(one, Command.shell("c").mount(new BindMount(two, "/x", "", true)));
    OpMetadata metadata = definition(bound).getMetadataOrThrow(one.output().vertex().digest());
    assertEquals(1, op(bound).getInputsCount());
    assertEquals("one", metadata.getDescriptionOrThrow("llb.customname"));
    assertTrue(metadata.getIgnoreCache());
  }

  @Test
  void ofScratchNothingCanBeSaid() {
    assertTrue(
        graph.scratch().withMetadata(new Metadata("x", null, false, null, null)).isScratch());
  }

  @Test
  void textThatIsNotUtf8IsRejected() {
    assertRejected(
        "the description is not valid UTF-8",
        () -> new Metadata("\u00ff", null, false, null, null));
    assertRejected(
        "the progress group's ID is not valid UTF-8", () -> new ProgressGroup("\u00ff", "", false));
  }
}
