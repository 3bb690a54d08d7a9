package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.eclipse.emf.ecore.xml.type.XMLTypeFactory;
import org.eclipse.emf.ecore.xml.type.XMLTypePackage;

/**
 * The graphs of the layout library are models of the Eclipse Modeling Framework, which has a model
 * of the types of XML Schema besides, for values that come from documents.
 */
@TargetClass(className = "org.eclipse.emf.ecore.xml.type.impl.XMLTypePackageImpl")
final class NoXmlInModels {
  private NoXmlInModels() {}

  @Substitute
  public static XMLTypePackage init() {
    throw new UnsupportedOperationException();
  }

  /** What makes values of those types. */
  @TargetClass(className = "org.eclipse.emf.ecore.xml.type.impl.XMLTypeFactoryImpl")
  static final class Values {
    private Values() {}

    @Substitute
    public static XMLTypeFactory init() {
      throw new UnsupportedOperationException();
    }
  }
}
