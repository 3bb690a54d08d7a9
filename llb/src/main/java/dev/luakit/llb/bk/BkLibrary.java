package dev.luakit.llb.bk;

import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaError;

/** A group of declared functions, which belong to one evaluation. */
abstract class BkLibrary extends Library {
  private final Signature[] signatures;
  final Evaluation evaluation;

  BkLibrary(Evaluation evaluation, Signature... signatures) {
    super(names(signatures));
    this.evaluation = evaluation;
    this.signatures = signatures;
  }

  private static String[] names(Signature[] signatures) {
    String[] names = new String[signatures.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = signatures[i].name();
    }
    return names;
  }

  @Override
  protected final Object call(int function, Arguments arguments) {
    Signature signature = signatures[function];
    try {
      long size = evaluation.graph().size();
      Object result = call(signature, new Call(signature, arguments));
      evaluation.state().memory().retain(evaluation.graph().size() - size);
      return result;
    } catch (InvalidGraphException e) {
      throw invalid(signature, e);
    }
  }

  private LuaError invalid(Signature signature, InvalidGraphException e) {
    return evaluation.state().error(signature.qualifiedName() + ": " + e.getMessage());
  }

  /** Carries out a call of one of the declared functions. */
  abstract Object call(Signature signature, Call call);
}
