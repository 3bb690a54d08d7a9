package dev.luakit.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The chart of the trend. */
class ChartTest {
  private static final Report FIRST = Reports.of("2026-01-31T12-00-00Z", 4000);
  private static final Report SECOND = Reports.of("2026-02-01T12-00-00Z", 2000);

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void each_run_is_a_dot_and_less_time_is_lower() throws Exception {
    Document chart = parse(Chart.svg(List.of(FIRST, SECOND)));
    var dots = chart.getElementsByTagName("circle");
    assertEquals(2, dots.getLength());
    double first =
        Double.parseDouble(dots.item(0).getAttributes().getNamedItem("cy").getNodeValue());
    double second =
        Double.parseDouble(dots.item(1).getAttributes().getNamedItem("cy").getNodeValue());
    assertTrue(first < second);
  }

  @Test
  void it_tells_the_last_value_and_both_days() {
    String svg = Chart.svg(List.of(FIRST, SECOND));
    assertTrue(svg.contains("last: 1.00 × java reference"), svg);
    assertTrue(svg.contains("2026-01-31") && svg.contains("2026-02-01"), svg);
  }

  @Test
  void what_was_never_measured_says_so() throws Exception {
    Document chart = parse(Chart.svg(List.of(FIRST)));
    assertTrue(chart.getDocumentElement().getTextContent().contains("not measured yet"));
  }

  @Test
  void what_is_drawn_is_what_the_suite_measures() {
    List<String> names =
        java.util.stream.Stream.of(
                Case.inProcess().stream().map(Case::name),
                Plan.QUICK.programs().stream().map(program -> Case.of(program, true).name()),
                java.util.Arrays.stream(dev.luakit.bench.Start.values()).map(Case::name))
            .flatMap(each -> each)
            .toList();
    for (String drawn : Chart.DRAWN) {
      assertTrue(names.contains(drawn) || drawn.startsWith("peak memory"), drawn);
    }
  }
}
