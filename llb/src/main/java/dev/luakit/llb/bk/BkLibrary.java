package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.wire.MessageTooLongException;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.Memory;

/** A group of declared functions, which belong to one evaluation. */
abstract class BkLibrary extends Library {
  /** Bytes that a value of the library costs besides its texts, where it is no operation. */
  private static final int VALUE_BYTES = 512;

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
    Graph graph = evaluation.graph();
    Memory memory = evaluation.state().memory();
    long size = graph.size();
    graph.setRoom(memory.free());
    try {
      Call call = new Call(signature, arguments);
      Object result = call(signature, call);
      long made = graph.size() - size;
      // What makes no operation keeps what it was given, where a trace does not see it.
      memory.retain(made == 0 ? VALUE_BYTES + call.bytes() : made);
      checkLimits(graph);
      return result;
    } catch (InvalidGraphException e) {
      throw invalid(signature, e);
    } catch (MessageTooLongException e) {
      memory.allocate(memory.free() + 1); // which says that there is no more
      throw e;
    }
  }

  private void checkLimits(Graph graph) {
    Limits limits = evaluation.state().limits();
    if (graph.vertices() > limits.operations()) {
      throw LimitExceeded.operations(limits.operations());
    }
    if (graph.bytes() > limits.resultBytes()) {
      throw LimitExceeded.result("the definition", limits.resultBytes());
    }
  }

  private LuaError invalid(Signature signature, InvalidGraphException e) {
    return evaluation.state().error(signature.qualifiedName() + ": " + e.getMessage());
  }

  /** Carries out a call of one of the declared functions. */
  abstract Object call(Signature signature, Call call);
}
