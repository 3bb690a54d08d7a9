package dev.luakit.llb.bk;

import java.util.List;

/**
 * The declaration of a function or method.
 *
 * @param owner {@code bk}, or {@code state} for a method
 * @param name the name in it
 * @param doc sentences for the reference
 * @param becomes what a call adds to the graph, for the reference; empty for nothing
 * @param parameters in order; a method's state is not among them
 * @param options what the table behind the parameters may hold; empty for no such table
 * @param returns the type of the result for the Lua language server, empty for none
 * @param variadic whether the last parameter may be repeated
 */
record Signature(
    String owner,
    String name,
    String doc,
    String becomes,
    List<Parameter<?>> parameters,
    List<Option<?>> options,
    String returns,
    boolean variadic) {

  static Signature function(String name, String becomes, String doc) {
    return new Signature("bk", name, doc, becomes, List.of(), List.of(), "", false);
  }

  static Signature method(String name, String becomes, String doc) {
    return new Signature("state", name, doc, becomes, List.of(), List.of(), "", false);
  }

  Signature takes(Parameter<?>... parameters) {
    return new Signature(
        owner, name, doc, becomes, List.of(parameters), options, returns, variadic);
  }

  Signature with(Option<?>... options) {
    return new Signature(
        owner, name, doc, becomes, parameters, List.of(options), returns, variadic);
  }

  Signature returns(String type) {
    return new Signature(owner, name, doc, becomes, parameters, options, type, variadic);
  }

  Signature repeated() {
    return new Signature(owner, name, doc, becomes, parameters, options, returns, true);
  }

  boolean isMethod() {
    return owner.equals("state");
  }

  /** The name in messages: {@code bk.image}, {@code state:run}. */
  String qualifiedName() {
    return owner + (isMethod() ? ":" : ".") + name;
  }

  /** The option that a script may write this name for, {@code null} where there is none. */
  Option<?> option(String name) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).isCalled(name)) {
        return options.get(i);
      }
    }
    return null;
  }
}
