package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.LuaParser.BlockContext;
import dev.luakit.grammar.LuaParser.DoStatementContext;
import dev.luakit.grammar.LuaParser.ElseIfContext;
import dev.luakit.grammar.LuaParser.ExpressionContext;
import dev.luakit.grammar.LuaParser.ExpressionListContext;
import dev.luakit.grammar.LuaParser.ExpressionStatementContext;
import dev.luakit.grammar.LuaParser.ForStatementContext;
import dev.luakit.grammar.LuaParser.FunctionBodyContext;
import dev.luakit.grammar.LuaParser.FunctionStatementContext;
import dev.luakit.grammar.LuaParser.IfStatementContext;
import dev.luakit.grammar.LuaParser.LastStatementContext;
import dev.luakit.grammar.LuaParser.LocalStatementContext;
import dev.luakit.grammar.LuaParser.ParameterContext;
import dev.luakit.grammar.LuaParser.RepeatStatementContext;
import dev.luakit.grammar.LuaParser.StatementContext;
import dev.luakit.grammar.LuaParser.SuffixedExpressionContext;
import dev.luakit.grammar.LuaParser.WhileStatementContext;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.compiler.FunctionBuilder.Variable;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Compiles the statements of one function. */
final class StatementCompiler {
  private final FunctionBuilder builder;
  private final CaptureAnalysis captures;
  private final String chunk;
  private final ExpressionCompiler expressions;

  /** Registers of the parameters that have to live in cells. */
  private final List<Integer> cellParameters = new ArrayList<>();

  /** Where the {@code break}s of the innermost loop jump to, {@code null} outside of loops. */
  private JumpList breaks;

  StatementCompiler(FunctionBuilder builder, CaptureAnalysis captures, String chunk) {
    this.builder = builder;
    this.captures = captures;
    this.chunk = chunk;
    this.expressions = new ExpressionCompiler(builder, this);
  }

  /** The whole of the function; {@code end} is its last token. */
  void body(BlockContext block, Token end) {
    statements(block);
    builder.at(end);
    builder.emit(Opcode.RETURN, 0, 1, 0);
    builder.leaveScope(0);
  }

  // ---- functions

  /**
   * Compiles an inner function, and makes a closure of it.
   *
   * @param self the name of a parameter that is not written, or {@code null}
   * @param variable the variable that {@code local function} defines, or {@code null}
   */
  void function(FunctionBodyContext body, String self, Variable variable, int destination) {
    Token open = body.LEFT_PAREN().getSymbol();
    List<ParameterContext> parameters =
        body.parameters() == null ? List.of() : body.parameters().parameter();
    boolean vararg = !parameters.isEmpty() && parameters.getLast().ELLIPSIS() != null;
    FunctionBuilder inner = new FunctionBuilder(builder, chunk, firstLine(body).getLine(), vararg);
    inner.at(open);
    if (variable != null) {
      variable.defining = inner;
    }
    StatementCompiler compiler = new StatementCompiler(inner, captures, chunk);
    int named = 0;
    if (self != null) {
      compiler.parameter(self, open);
      named++;
    }
    for (ParameterContext parameter : parameters) {
      if (parameter.NAME() != null) {
        compiler.parameter(parameter.NAME().getText(), parameter.getStart());
        named++;
      }
    }
    // Lua 5.1 still gives functions that take `...` but don't mention it the `arg` of Lua 5.0.
    boolean needsArg = vararg && !VarargUse.in(body.block());
    if (needsArg) {
      compiler.parameter("arg", parameters.getLast().getStart());
    }
    for (int register : compiler.cellParameters) {
      inner.emit(Opcode.NEWCELL, register, 0, 0);
    }
    compiler.body(body.block(), body.getStop());
    Prototype prototype = inner.build(named, needsArg);
    builder.emitBx(Opcode.CLOSURE, destination, builder.addInner(prototype));
    if (variable != null) {
      variable.defining = null;
    }
  }

  private static Token firstLine(FunctionBodyContext body) {
    return body.getParent().getStart();
  }

  private void parameter(String name, Token token) {
    builder.at(token);
    int register = builder.reserve(1);
    boolean cell = captures.needsCell(token.getTokenIndex());
    builder.declare(name, cell);
    if (cell) {
      cellParameters.add(register);
    }
  }

  // ---- statements

  private void block(BlockContext block) {
    int outer = builder.variableCount();
    statements(block);
    builder.leaveScope(outer);
  }

  private void statements(BlockContext block) {
    for (StatementContext statement : block.statement()) {
      statement((ParserRuleContext) statement.getChild(0));
      builder.releaseTo(builder.variableCount());
    }
    if (block.lastStatement() != null) {
      last(block.lastStatement());
      builder.releaseTo(builder.variableCount());
    }
  }

  private void statement(ParserRuleContext statement) {
    builder.at(statement.getStart());
    switch (statement.getRuleIndex()) {
      case LuaParser.RULE_doStatement -> block(((DoStatementContext) statement).block());
      case LuaParser.RULE_whileStatement -> whileLoop((WhileStatementContext) statement);
      case LuaParser.RULE_repeatStatement -> repeatLoop((RepeatStatementContext) statement);
      case LuaParser.RULE_ifStatement -> conditional((IfStatementContext) statement);
      case LuaParser.RULE_forStatement -> {
        ForStatementContext loop = (ForStatementContext) statement;
        if (loop.numericRange() != null) {
          numericFor(loop);
        } else {
          genericFor(loop);
        }
      }
      case LuaParser.RULE_functionStatement ->
          functionStatement((FunctionStatementContext) statement);
      case LuaParser.RULE_localStatement -> local((LocalStatementContext) statement);
      default -> expressionStatement((ExpressionStatementContext) statement);
    }
  }

  private void last(LastStatementContext statement) {
    builder.at(statement.getStart());
    if (statement.BREAK() != null) {
      breaks.add(builder.emitJump());
      return;
    }
    if (statement.expressionList() == null) {
      builder.emit(Opcode.RETURN, 0, 1, 0);
      return;
    }
    List<ExpressionContext> values = statement.expressionList().expression();
    if (values.size() == 1) {
      returnOne(Precedence.resolve(values.getFirst()), statement.getStart());
      return;
    }
    int first = builder.free();
    int count = expressions.list(statement.expressionList());
    builder.at(statement.getStart());
    builder.emit(Opcode.RETURN, first, count + 1, 0);
  }

  private void returnOne(Expression value, Token token) {
    if (ExpressionCompiler.isCall(value)) {
      int base = builder.free();
      builder.makeTailCall(expressions.open(value));
      builder.at(token);
      builder.emit(Opcode.RETURN, base, 0, 0);
    } else if (value instanceof Expression.Vararg) {
      int base = builder.free();
      expressions.open(value);
      builder.emit(Opcode.RETURN, base, 0, 0);
    } else {
      int register = expressions.toAny(value);
      builder.at(token);
      builder.emit(Opcode.RETURN, register, 2, 0);
    }
  }

  private void conditional(IfStatementContext statement) {
    JumpList end = new JumpList();
    List<ElseIfContext> elseIfs = statement.elseIf();
    boolean hasElse = statement.ELSE() != null;
    branch(statement.expression(), statement.block(0), end, !elseIfs.isEmpty() || hasElse);
    for (int i = 0; i < elseIfs.size(); i++) {
      ElseIfContext elseIf = elseIfs.get(i);
      boolean more = i + 1 < elseIfs.size() || hasElse;
      branch(elseIf.expression(), elseIf.block(), end, more);
    }
    if (hasElse) {
      block(statement.block(1));
    }
    builder.patchHere(end);
  }

  private void branch(
      ExpressionContext condition, BlockContext block, JumpList end, boolean jumpToEnd) {
    JumpList otherwise = new JumpList();
    expressions.jump(Precedence.resolve(condition), false, otherwise);
    builder.releaseTo(builder.variableCount());
    block(block);
    if (jumpToEnd) {
      end.add(builder.emitJump());
    }
    builder.patchHere(otherwise);
  }

  private void whileLoop(WhileStatementContext loop) {
    JumpList outerBreaks = breaks;
    breaks = new JumpList();
    int start = builder.here();
    JumpList exit = new JumpList();
    expressions.jump(Precedence.resolve(loop.expression()), false, exit);
    builder.releaseTo(builder.variableCount());
    block(loop.loopBody().block());
    builder.at(loop.getStart());
    builder.emitLoop(start);
    builder.patchHere(exit);
    builder.patchHere(breaks);
    breaks = outerBreaks;
  }

  private void repeatLoop(RepeatStatementContext loop) {
    JumpList outerBreaks = breaks;
    breaks = new JumpList();
    int start = builder.here();
    int outer = builder.variableCount();
    statements(loop.loopBody().block());
    JumpList exit = new JumpList();
    expressions.jump(Precedence.resolve(loop.expression()), true, exit);
    builder.emitLoop(start);
    builder.patchHere(exit);
    builder.leaveScope(outer);
    builder.patchHere(breaks);
    breaks = outerBreaks;
  }

  private void numericFor(ForStatementContext loop) {
    JumpList outerBreaks = breaks;
    breaks = new JumpList();
    int outer = builder.variableCount();
    int base = builder.free();
    List<ExpressionContext> range = loop.numericRange().expression();
    for (ExpressionContext bound : range) {
      expressions.toNext(Precedence.resolve(bound));
    }
    if (range.size() == 2) {
      expressions.constant(1.0, builder.reserve(1));
    }
    builder.declare("(for index)", false);
    builder.declare("(for limit)", false);
    builder.declare("(for step)", false);
    Token begin = loop.DO().getSymbol();
    builder.at(begin.getLine() == loop.getStart().getLine() ? loop.getStart() : begin);
    builder.emit(Opcode.FORPREP, base, 0, 0);
    int toTest = builder.emitJump();
    int start = builder.here();
    builder.reserve(1);
    declareLoopVariable(loop.NAME(0));
    statementsAndClose(loop, base + 3);
    builder.patch(toTest, builder.here());
    builder.at(loop.getStart());
    builder.emit(Opcode.FORLOOP, base, 0, 0);
    builder.emitJump(start);
    builder.leaveScope(outer);
    builder.patchHere(breaks);
    breaks = outerBreaks;
  }

  private void genericFor(ForStatementContext loop) {
    JumpList outerBreaks = breaks;
    breaks = new JumpList();
    int outer = builder.variableCount();
    int base = builder.free();
    expressions.adjust(loop.expressionList(), 3);
    builder.declare("(for generator)", false);
    builder.declare("(for state)", false);
    builder.declare("(for control)", false);
    builder.at(loop.getStart());
    int toTest = builder.emitJump();
    int start = builder.here();
    List<TerminalNode> names = loop.NAME();
    builder.reserve(names.size());
    for (TerminalNode name : names) {
      declareLoopVariable(name);
    }
    statementsAndClose(loop, base + 3);
    // The call needs room for the function and its two arguments, whatever the names need.
    builder.releaseTo(base + 3);
    builder.reserve(Math.max(3, names.size()));
    builder.patch(toTest, builder.here());
    builder.at(loop.expressionList().getStart());
    builder.emit(Opcode.TFORCALL, base, 0, names.size());
    builder.emit(Opcode.TFORLOOP, base, 0, 0);
    builder.emitJump(start);
    builder.leaveScope(outer);
    builder.patchHere(breaks);
    breaks = outerBreaks;
  }

  private void declareLoopVariable(TerminalNode name) {
    boolean cell = captures.needsCell(name.getSymbol().getTokenIndex());
    Variable variable = builder.declare(name.getText(), cell);
    if (cell) {
      builder.emit(Opcode.NEWCELL, variable.register, 0, 0);
    }
  }

  private void statementsAndClose(ForStatementContext loop, int outer) {
    statements(loop.loopBody().block());
    builder.leaveScope(outer);
  }

  private void functionStatement(FunctionStatementContext statement) {
    List<TerminalNode> names = statement.NAME();
    boolean method = statement.COLON() != null;
    String self = method ? "self" : null;
    Token first = names.getFirst().getSymbol();
    if (names.size() == 1) {
      int register = builder.reserve(1);
      function(statement.functionBody(), self, null, register);
      builder.at(statement.getStart());
      expressions.assign(first, register);
      return;
    }
    int table = expressions.nameToAny(first);
    for (int i = 1; i < names.size() - 1; i++) {
      builder.at(names.get(i).getSymbol());
      int next = builder.reserve(1);
      expressions.getField(next, table, names.get(i).getText());
      table = next;
    }
    int register = builder.reserve(1);
    function(statement.functionBody(), self, null, register);
    builder.at(names.getLast().getSymbol());
    expressions.setField(table, names.getLast().getText(), register);
  }

  private void local(LocalStatementContext statement) {
    List<TerminalNode> names = statement.NAME();
    if (statement.functionBody() != null) {
      TerminalNode name = names.getFirst();
      boolean cell = captures.needsCell(name.getSymbol().getTokenIndex());
      int register = builder.reserve(1);
      Variable variable = builder.declare(name.getText(), cell);
      if (!cell) {
        function(statement.functionBody(), null, variable, register);
        builder.initialized(variable);
        return;
      }
      builder.emit(Opcode.LOADNIL, register, 0, 0);
      builder.emit(Opcode.NEWCELL, register, 0, 0);
      builder.initialized(variable);
      int closure = builder.reserve(1);
      function(statement.functionBody(), null, variable, closure);
      builder.emit(Opcode.SETCELL, register, closure, 0);
      return;
    }
    if (statement.expressionList() == null) {
      int first = builder.reserve(names.size());
      builder.emit(Opcode.LOADNIL, first, names.size() - 1, 0);
    } else {
      expressions.adjust(statement.expressionList(), names.size());
    }
    builder.at(statement.getStart());
    for (TerminalNode name : names) {
      boolean cell = captures.needsCell(name.getSymbol().getTokenIndex());
      Variable variable = builder.declare(name.getText(), cell);
      if (cell) {
        builder.emit(Opcode.NEWCELL, variable.register, 0, 0);
      }
    }
  }

  private void expressionStatement(ExpressionStatementContext statement) {
    List<SuffixedExpressionContext> targets = statement.suffixedExpression();
    if (statement.ASSIGN() == null) {
      SuffixedExpressionContext call = targets.getFirst();
      int instruction = expressions.open(new Expression.Suffixed(call, call.suffix().size()));
      builder.setResults(instruction, 0);
      return;
    }
    ExpressionListContext values = statement.expressionList();
    if (targets.size() == 1 && values.expression().size() == 1) {
      assignOne(targets.getFirst(), Precedence.resolve(values.expression(0)));
      return;
    }
    List<Target> prepared = new ArrayList<>();
    for (SuffixedExpressionContext target : targets) {
      prepared.add(prepare(target, true));
    }
    int first = builder.free();
    expressions.adjust(values, targets.size());
    for (int i = targets.size() - 1; i >= 0; i--) {
      store(prepared.get(i), first + i);
    }
  }

  private void assignOne(SuffixedExpressionContext target, Expression value) {
    if (target.suffix().isEmpty()) {
      Token name = target.NAME().getSymbol();
      Variable variable = builder.variable(name.getText());
      if (variable != null && !variable.cell) {
        expressions.toRegister(value, variable.register);
        return;
      }
      int register = expressions.toAny(value);
      builder.at(name);
      expressions.assign(name, register);
      return;
    }
    Target prepared = prepare(target, false);
    int register = expressions.toAny(value);
    store(prepared, register);
  }

  /**
   * A variable that will be assigned, with what can be evaluated of it already in registers.
   *
   * @param name the variable, or {@code null} if it is indexed
   * @param table register of the table
   * @param field the constant key, or {@code null} if the key is in a register
   * @param key register of the key
   */
  private record Target(Token name, int table, String field, int key, Token at) {}

  /**
   * @param copy whether variables must be copied, as the statement may assign them before
   */
  private Target prepare(SuffixedExpressionContext target, boolean copy) {
    int suffixes = target.suffix().size();
    if (suffixes == 0) {
      return new Target(target.NAME().getSymbol(), 0, null, 0, null);
    }
    Expression object = new Expression.Suffixed(target, suffixes - 1);
    int table = copy ? expressions.toNext(object) : expressions.toAny(object);
    var last = target.suffix(suffixes - 1);
    if (last.NAME() != null) {
      return new Target(null, table, last.NAME().getText(), 0, last.NAME().getSymbol());
    }
    Expression key = Precedence.resolve(last.expression());
    if (key instanceof Expression.Constant(String field)) {
      return new Target(null, table, field, 0, last.getStart());
    }
    int register = copy ? expressions.toNext(key) : expressions.toAny(key);
    return new Target(null, table, null, register, last.getStart());
  }

  private void store(Target target, int value) {
    if (target.name() != null) {
      builder.at(target.name());
      expressions.assign(target.name(), value);
      return;
    }
    builder.at(target.at());
    if (target.field() != null) {
      expressions.setField(target.table(), target.field(), value);
    } else {
      builder.emit(Opcode.SETTABLE, target.table(), target.key(), value);
    }
  }
}
