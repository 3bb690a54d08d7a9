package dev.luakit.cli.nativeimage;

import java.lang.reflect.Array;
import org.eclipse.emf.ecore.EObject;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * The lists in which the layout library keeps its models make arrays of whatever type a list is of:
 * a native binary has to know those of all models in it.
 */
final class ArraysOfModels implements Feature {
  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    access.registerSubtypeReachabilityHandler(
        (during, model) -> RuntimeReflection.register(Array.newInstance(model, 0).getClass()),
        EObject.class);
  }
}
