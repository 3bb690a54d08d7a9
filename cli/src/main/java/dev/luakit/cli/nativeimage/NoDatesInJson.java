package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import tools.jackson.databind.JacksonModule;

/** Jackson makes dates and times of JSON and JSON of them; luakit reads none. */
@TargetClass(className = "tools.jackson.databind.ext.javatime.JavaTimeInitializer")
final class NoDatesInJson {
  private NoDatesInJson() {}

  @Substitute
  public void setupModule(JacksonModule.SetupContext context) {}
}
