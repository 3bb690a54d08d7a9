package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser.ArgumentsContext;
import dev.luakit.grammar.LuaParser.ExpressionContext;
import dev.luakit.grammar.LuaParser.ExpressionListContext;
import dev.luakit.grammar.LuaParser.FieldContext;
import dev.luakit.grammar.LuaParser.FunctionBodyContext;
import dev.luakit.grammar.LuaParser.SuffixContext;
import dev.luakit.grammar.LuaParser.SuffixedExpressionContext;
import dev.luakit.grammar.LuaParser.TableConstructorContext;
import dev.luakit.grammar.StringLiteral;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.compiler.FunctionBuilder.Variable;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Compiles the expressions of one function. A value goes to the register that is asked for;
 * operands go to the registers above, except local variables, which are used where they live.
 *
 * <p>Kinds of expressions are told apart without a switch over types, which would make a class at
 * every start.
 */
final class ExpressionCompiler {
  /** Positional fields that a constructor collects before it stores them. */
  private static final int FIELDS_PER_FLUSH = 50;

  private final FunctionBuilder builder;
  private final StatementCompiler statements;

  ExpressionCompiler(FunctionBuilder builder, StatementCompiler statements) {
    this.builder = builder;
    this.statements = statements;
  }

  // ---- values

  /** Evaluates to a new register on top. */
  int toNext(Expression expression) {
    int register = builder.reserve(1);
    toRegister(expression, register);
    return register;
  }

  /** Evaluates to any register: a local variable stays where it is. */
  int toAny(Expression expression) {
    if (expression instanceof Expression.Suffixed(SuffixedExpressionContext tree, int suffixes)
        && suffixes == 0) {
      if (tree.NAME() != null) {
        return nameToAny(tree.NAME().getSymbol());
      }
      return toAny(Precedence.resolve(tree.expression()));
    }
    return toNext(expression);
  }

  int nameToAny(Token name) {
    Variable variable = builder.variable(name.getText());
    if (variable != null && !variable.cell) {
      return variable.register;
    }
    int register = builder.reserve(1);
    name(name, register);
    return register;
  }

  /** Evaluates to that register. What is on top of the registers afterwards is as before. */
  void toRegister(Expression expression, int destination) {
    int top = builder.free();
    if (expression instanceof Expression.Constant(Object value)) {
      constant(value, destination);
    } else if (expression instanceof Expression.Suffixed suffixed) {
      suffixed(suffixed, destination);
    } else if (expression instanceof Expression.Vararg(Token token)) {
      builder.at(token);
      builder.emit(Opcode.VARARG, destination, 2, 0);
    } else if (expression instanceof Expression.Function(FunctionBodyContext body)) {
      statements.function(body, null, null, destination);
    } else if (expression instanceof Expression.Table(TableConstructorContext constructor)) {
      table(constructor, destination);
    } else if (expression instanceof Expression.Unary unary) {
      unary(unary, destination);
    } else if (expression instanceof Expression.Logic logic) {
      logic(logic, destination);
    } else if (expression instanceof Expression.Binary binary) {
      binary(binary, destination);
    } else {
      concat((Expression.Concat) expression, destination);
    }
    builder.releaseTo(top);
  }

  void constant(Object value, int destination) {
    if (value == null) {
      builder.emit(Opcode.LOADNIL, destination, 0, 0);
    } else if (value instanceof Boolean bool) {
      builder.emit(Opcode.LOADBOOL, destination, bool ? 1 : 0, 0);
    } else {
      loadConstant(builder.constant(value), destination);
    }
  }

  private void loadConstant(int constant, int destination) {
    if (constant <= Instruction.MAX_BX) {
      builder.emitBx(Opcode.LOADK, destination, constant);
    } else {
      builder.emit(Opcode.LOADKX, destination, 0, 0);
      builder.emitWord(constant);
    }
  }

  /** A register to build a value in: the destination where nothing else can read it meanwhile. */
  private int scratch(int destination) {
    boolean onTop = destination == builder.free() - 1;
    return onTop && !builder.isVariable(destination) ? destination : builder.reserve(1);
  }

  private void move(int destination, int source) {
    if (destination != source) {
      builder.emit(Opcode.MOVE, destination, source, 0);
    }
  }

  // ---- variables

  private void name(Token token, int destination) {
    String name = token.getText();
    Variable variable = builder.variable(name);
    builder.at(token);
    if (variable != null) {
      if (variable.cell) {
        builder.emit(Opcode.GETCELL, destination, variable.register, 0);
      } else {
        move(destination, variable.register);
      }
      return;
    }
    int upvalue = builder.upvalue(name);
    if (upvalue >= 0) {
      int opcode = builder.upvalueIsCell(upvalue) ? Opcode.GETUPCELL : Opcode.GETUPVAL;
      builder.emit(opcode, destination, upvalue, 0);
      return;
    }
    int constant = builder.constant(name.intern());
    if (constant <= Instruction.MAX_BX) {
      builder.emitBx(Opcode.GETGLOBAL, destination, constant);
    } else {
      int key = builder.reserve(1);
      loadConstant(constant, key);
      builder.emit(Opcode.GETENV, destination, 0, 0);
      builder.emit(Opcode.GETTABLE, destination, destination, key);
      builder.releaseTo(key);
    }
  }

  /** Assigns a register to a variable. */
  void assign(Token token, int value) {
    String name = token.getText();
    Variable variable = builder.variable(name);
    if (variable != null) {
      if (variable.cell) {
        builder.emit(Opcode.SETCELL, variable.register, value, 0);
      } else {
        move(variable.register, value);
      }
      return;
    }
    int upvalue = builder.upvalue(name);
    if (upvalue >= 0) {
      builder.emit(Opcode.SETUPCELL, value, upvalue, 0);
      return;
    }
    int constant = builder.constant(name.intern());
    if (constant <= Instruction.MAX_BX) {
      builder.emitBx(Opcode.SETGLOBAL, value, constant);
    } else {
      int environment = builder.reserve(2);
      builder.emit(Opcode.GETENV, environment, 0, 0);
      loadConstant(constant, environment + 1);
      builder.emit(Opcode.SETTABLE, environment, environment + 1, value);
      builder.releaseTo(environment);
    }
  }

  void getField(int destination, int table, String field) {
    int constant = builder.constant(field.intern());
    if (constant <= Instruction.MAX_ARGUMENT) {
      builder.emit(Opcode.GETFIELD, destination, table, constant);
    } else {
      int key = builder.reserve(1);
      loadConstant(constant, key);
      builder.emit(Opcode.GETTABLE, destination, table, key);
      builder.releaseTo(key);
    }
  }

  void setField(int table, String field, int value) {
    int constant = builder.constant(field.intern());
    if (constant <= Instruction.MAX_ARGUMENT) {
      builder.emit(Opcode.SETFIELD, table, constant, value);
    } else {
      int key = builder.reserve(1);
      loadConstant(constant, key);
      builder.emit(Opcode.SETTABLE, table, key, value);
      builder.releaseTo(key);
    }
  }

  // ---- names with indexes and calls behind them

  static boolean isCall(Expression expression) {
    return expression instanceof Expression.Suffixed(var tree, int suffixes)
        && suffixes > 0
        && tree.suffix(suffixes - 1).arguments() != null;
  }

  private void suffixed(Expression.Suffixed expression, int destination) {
    SuffixedExpressionContext tree = expression.tree();
    int suffixes = expression.suffixes();
    if (suffixes == 0) {
      if (tree.NAME() != null) {
        name(tree.NAME().getSymbol(), destination);
      } else {
        toRegister(Precedence.resolve(tree.expression()), destination);
      }
      return;
    }
    int scratch = scratch(destination);
    int object = primary(tree, scratch);
    // Taken once: the tree makes a new list each time, and a chain may be long.
    List<SuffixContext> list = tree.suffix();
    Token start = tree.getStart();
    for (int i = 0; i < suffixes; i++) {
      SuffixContext suffix = list.get(i);
      if (suffix.arguments() == null) {
        boolean last = i == suffixes - 1;
        index(suffix, object, last ? destination : scratch);
        object = last ? destination : scratch;
      } else {
        Token callee = callee(tree, list, i);
        builder.setResults(
            call(suffix, callee, start == null ? callee : start, object, scratch), 1);
        object = scratch;
        start = null;
      }
      builder.releaseTo(scratch + 1);
    }
    move(destination, object);
  }

  /** The value before the first suffix, in any register. */
  private int primary(SuffixedExpressionContext tree, int scratch) {
    if (tree.NAME() == null) {
      toRegister(Precedence.resolve(tree.expression()), scratch);
      return scratch;
    }
    Variable variable = builder.variable(tree.NAME().getText());
    if (variable != null && !variable.cell) {
      return variable.register;
    }
    name(tree.NAME().getSymbol(), scratch);
    return scratch;
  }

  private void index(SuffixContext suffix, int object, int destination) {
    if (suffix.NAME() != null) {
      builder.at(suffix.NAME().getSymbol());
      getField(destination, object, suffix.NAME().getText());
      return;
    }
    Expression key = Precedence.resolve(suffix.expression());
    if (key instanceof Expression.Constant(String field)) {
      builder.at(suffix.expression().getStart());
      getField(destination, object, field);
      return;
    }
    int register = toAny(key);
    builder.at(suffix.expression().getStart());
    builder.emit(Opcode.GETTABLE, destination, object, register);
  }

  /**
   * Calls the value in {@code object}; {@code base}, on top of the registers, receives the function
   * and then the first result.
   *
   * @param callee the token that names what is called
   * @param start the first token of the call's extent
   * @return the CALL, which leaves all results
   */
  private int call(SuffixContext call, Token callee, Token start, int object, int base) {
    if (call.NAME() != null) {
      builder.at(callee);
      int self = builder.reserve(1);
      int name = builder.constant(callee.getText().intern());
      if (name <= Instruction.MAX_ARGUMENT) {
        builder.emit(Opcode.SELF, base, object, name);
      } else {
        move(self, object);
        loadConstant(name, base);
        builder.emit(Opcode.GETTABLE, base, self, base);
      }
    } else {
      move(base, object);
    }
    int count = arguments(call.arguments());
    if (count >= 0 && call.NAME() != null) {
      count++;
    }
    Token open = call.arguments().getStart();
    boolean sameLine = open.getLine() == callee.getLine();
    builder.at(open.getLine(), (sameLine ? callee : open).getCharPositionInLine() + 1);
    int instruction = builder.emit(Opcode.CALL, base, count + 1, 0);
    addRange(instruction, start, call.arguments().getStop());
    return instruction;
  }

  /** The token that names what a suffix calls. */
  private static Token callee(
      SuffixedExpressionContext tree, List<SuffixContext> suffixes, int suffix) {
    SuffixContext call = suffixes.get(suffix);
    if (call.NAME() != null) {
      return call.NAME().getSymbol();
    }
    if (suffix == 0) {
      return tree.getStart();
    }
    SuffixContext previous = suffixes.get(suffix - 1);
    return previous.arguments() == null && previous.NAME() != null
        ? previous.NAME().getSymbol()
        : previous.getStart();
  }

  /** Notes where a call begins, and where its last token ends. */
  private void addRange(int instruction, Token start, Token end) {
    String text = end.getText();
    int lineBreak = text.lastIndexOf('\n');
    int line = end.getLine();
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    int column =
        lineBreak < 0 ? end.getCharPositionInLine() + text.length() : text.length() - lineBreak - 1;
    builder.addCall(instruction, start, line, column);
  }

  /** The arguments on top of the registers; their number, or -1 if the last one is open. */
  private int arguments(ArgumentsContext arguments) {
    if (arguments.STRING() != null) {
      builder.at(arguments.getStart());
      toNext(new Expression.Constant(StringLiteral.decode(arguments.STRING().getText()).intern()));
      return 1;
    }
    if (arguments.tableConstructor() != null) {
      toNext(new Expression.Table(arguments.tableConstructor()));
      return 1;
    }
    return arguments.expressionList() == null ? 0 : list(arguments.expressionList());
  }

  // ---- several values

  private static boolean isMultiple(Expression expression) {
    return expression instanceof Expression.Vararg || isCall(expression);
  }

  /**
   * Evaluates a call or {@code ...} to the top of the registers, with all its values.
   *
   * @return the CALL or VARARG, for {@link FunctionBuilder#setResults}
   */
  int open(Expression expression) {
    if (expression instanceof Expression.Vararg(Token token)) {
      builder.at(token);
      return builder.emit(Opcode.VARARG, builder.reserve(1), 0, 0);
    }
    Expression.Suffixed call = (Expression.Suffixed) expression;
    int last = call.suffixes() - 1;
    int base = builder.reserve(1);
    int function = base;
    if (last == 0) {
      function = primary(call.tree(), base);
    } else {
      suffixed(new Expression.Suffixed(call.tree(), last), base);
    }
    builder.releaseTo(base + 1);
    List<SuffixContext> suffixes = call.tree().suffix();
    Token callee = callee(call.tree(), suffixes, last);
    boolean first = true;
    for (int i = 0; i < last; i++) {
      first &= suffixes.get(i).arguments() == null;
    }
    Token start = first ? call.tree().getStart() : callee;
    int instruction = call(suffixes.get(last), callee, start, function, base);
    builder.releaseTo(base + 1);
    return instruction;
  }

  /** All values to consecutive registers; their number, or -1 if the last one is open. */
  int list(ExpressionListContext list) {
    List<ExpressionContext> values = list.expression();
    for (int i = 0; i < values.size() - 1; i++) {
      toNext(Precedence.resolve(values.get(i)));
    }
    Expression last = Precedence.resolve(values.getLast());
    if (isMultiple(last)) {
      open(last);
      return -1;
    }
    toNext(last);
    return values.size();
  }

  /** Exactly {@code wanted} values to consecutive registers. */
  void adjust(ExpressionListContext list, int wanted) {
    List<ExpressionContext> values = list.expression();
    int first = builder.free();
    for (int i = 0; i < values.size() - 1; i++) {
      toNext(Precedence.resolve(values.get(i)));
      if (i >= wanted) {
        builder.releaseTo(first + wanted);
      }
    }
    Expression last = Precedence.resolve(values.getLast());
    int missing = wanted - (values.size() - 1);
    if (isMultiple(last) && missing != 1) {
      int instruction = open(last);
      builder.setResults(instruction, Math.max(missing, 0));
    } else {
      toNext(last);
      if (missing > 1) {
        int register = builder.reserve(missing - 1);
        builder.emit(Opcode.LOADNIL, register, missing - 2, 0);
      }
    }
    builder.releaseTo(first);
    builder.reserve(wanted);
  }

  // ---- operators

  private void unary(Expression.Unary expression, int destination) {
    int operand = toAny(expression.operand());
    at(expression.operator(), expression.end());
    int opcode =
        switch (expression.operator().getType()) {
          case LuaLexer.NOT -> Opcode.NOT;
          case LuaLexer.HASH -> Opcode.LEN;
          default -> Opcode.UNM;
        };
    builder.emit(opcode, destination, operand, 0);
  }

  private void concat(Expression.Concat expression, int destination) {
    int first = builder.free();
    for (Expression operand : expression.operands()) {
      if (operand instanceof Expression.Suffixed(SuffixedExpressionContext tree, _)) {
        builder.at(tree.getStart()); // Which one it was, an error tells by its place.
      }
      toNext(operand);
    }
    int last = builder.free() - 1;
    builder.at(expression.end());
    builder.emit(Opcode.CONCAT, destination, first, last);
  }

  /** A chain of binary operations, which may be long, from its left end. */
  private void binary(Expression.Binary expression, int destination) {
    List<Expression.Binary> chain = new ArrayList<>();
    Expression first = expression;
    while (first instanceof Expression.Binary binary) {
      chain.add(binary);
      first = binary.left();
    }
    int scratch = scratch(destination);
    for (int i = chain.size() - 1; i >= 0; i--) {
      Expression left = i == chain.size() - 1 ? first : null;
      int result = i == 0 ? destination : scratch;
      Expression.Binary operation = chain.get(i);
      if (isComparison(operation.operator())) {
        comparisonValue(operation, left, scratch, result);
      } else {
        arithmetic(operation, left, scratch, result);
      }
      builder.releaseTo(scratch + 1);
    }
  }

  /** The left operand in any register; {@code null} stands for what {@code scratch} holds. */
  private int left(Expression left, int scratch) {
    if (left == null) {
      return scratch;
    }
    if (left instanceof Expression.Suffixed(SuffixedExpressionContext tree, int suffixes)
        && suffixes == 0
        && tree.NAME() != null) {
      return primary(tree, scratch);
    }
    toRegister(left, scratch);
    return scratch;
  }

  private void arithmetic(
      Expression.Binary operation, Expression left, int scratch, int destination) {
    int opcode =
        switch (operation.operator().getType()) {
          case LuaLexer.PLUS -> Opcode.ADD;
          case LuaLexer.MINUS -> Opcode.SUB;
          case LuaLexer.STAR -> Opcode.MUL;
          case LuaLexer.SLASH -> Opcode.DIV;
          case LuaLexer.PERCENT -> Opcode.MOD;
          default -> Opcode.POW;
        };
    if (operation.right() instanceof Expression.Constant(Double number)) {
      int constant = builder.constant(number);
      if (constant <= Instruction.MAX_ARGUMENT) {
        int a = left(left, scratch);
        atOperator(operation);
        builder.emit(opcode + Opcode.ADDK - Opcode.ADD, destination, a, constant);
        return;
      }
    }
    long operands = operands(operation, left, scratch);
    atOperator(operation);
    builder.emit(opcode, destination, (int) (operands >> 32), (int) operands);
  }

  /**
   * Both operands in any registers, the left one in the upper half. A variable is read when the
   * operation is carried out, as in the reference implementation: also one in a cell, which the
   * right operand may assign.
   */
  private long operands(Expression.Binary operation, Expression left, int scratch) {
    int a;
    int b;
    if (left instanceof Expression.Suffixed(SuffixedExpressionContext tree, int suffixes)
        && suffixes == 0
        && tree.NAME() != null
        && builder.variable(tree.NAME().getText()) instanceof Variable variable
        && variable.cell) {
      b = toAny(operation.right());
      a = left(left, scratch);
    } else {
      a = left(left, scratch);
      b = toAny(operation.right());
    }
    return (long) a << 32 | b;
  }

  private void atOperator(Expression.Binary operation) {
    at(operation.operator(), operation.end());
  }

  /** The operator's place, or if its operands end on another line, their last token's. */
  private void at(Token operator, Token end) {
    Token place = operator.getLine() == end.getLine() ? operator : end;
    builder.at(end.getLine(), place.getCharPositionInLine() + 1);
  }

  private static boolean isComparison(Token operator) {
    return switch (operator.getType()) {
      case LuaLexer.LESS,
          LuaLexer.GREATER,
          LuaLexer.LESS_EQUAL,
          LuaLexer.GREATER_EQUAL,
          LuaLexer.EQUAL,
          LuaLexer.NOT_EQUAL ->
          true;
      default -> false;
    };
  }

  private void comparisonValue(
      Expression.Binary operation, Expression left, int scratch, int destination) {
    int toTrue = comparisonJump(operation, left, scratch, true);
    builder.emit(Opcode.LOADBOOL, destination, 0, 1);
    builder.patch(toTrue, builder.here());
    builder.emit(Opcode.LOADBOOL, destination, 1, 0);
  }

  /** A jump that is taken if the comparison's result is {@code when}. */
  private int comparisonJump(
      Expression.Binary operation, Expression left, int scratch, boolean when) {
    int type = operation.operator().getType();
    boolean expected = (type == LuaLexer.NOT_EQUAL) != when;
    int flag = expected ? 1 : 0;
    if (operation.right() instanceof Expression.Constant(Object value)) {
      int opcode = constantComparison(type, value);
      int constant = opcode < 0 ? -1 : builder.constant(value);
      if (opcode >= 0 && constant <= Instruction.MAX_ARGUMENT) {
        int a = left(left, scratch);
        atOperator(operation);
        builder.emit(opcode, flag, a, constant);
        return builder.emitJump();
      }
    }
    long operands = operands(operation, left, scratch);
    int a = (int) (operands >> 32);
    int b = (int) operands;
    atOperator(operation);
    switch (type) {
      case LuaLexer.LESS -> builder.emit(Opcode.LT, flag, a, b);
      case LuaLexer.GREATER -> builder.emit(Opcode.LT, flag, b, a);
      case LuaLexer.LESS_EQUAL -> builder.emit(Opcode.LE, flag, a, b);
      case LuaLexer.GREATER_EQUAL -> builder.emit(Opcode.LE, flag, b, a);
      default -> builder.emit(Opcode.EQ, flag, a, b);
    }
    return builder.emitJump();
  }

  /** The instruction that compares with a constant, or -1 if there is none. */
  private static int constantComparison(int operator, Object value) {
    boolean number = value instanceof Double;
    return switch (operator) {
      case LuaLexer.EQUAL, LuaLexer.NOT_EQUAL -> Opcode.EQK;
      case LuaLexer.LESS -> number ? Opcode.LTK : -1;
      case LuaLexer.LESS_EQUAL -> number ? Opcode.LEK : -1;
      case LuaLexer.GREATER -> number ? Opcode.GTK : -1;
      default -> number ? Opcode.GEK : -1;
    };
  }

  private void logic(Expression.Logic expression, int destination) {
    int scratch = scratch(destination);
    JumpList end = new JumpList();
    List<Expression> operands = expression.operands();
    for (Expression operand : operands.subList(0, operands.size() - 1)) {
      jumpWithValue(operand, !expression.and(), scratch, end);
    }
    toRegister(operands.getLast(), scratch);
    builder.patchHere(end);
    move(destination, scratch);
  }

  /**
   * Jumps with the expression's value in {@code scratch} if it is as true as {@code when} says, and
   * goes on without it otherwise.
   */
  private void jumpWithValue(Expression expression, boolean when, int scratch, JumpList jumps) {
    if (expression instanceof Expression.Constant(Object value)) {
      if (LuaState.isTrue(value) == when) {
        constant(value, scratch);
        jumps.add(builder.emitJump());
      }
    } else if (expression instanceof Expression.Logic(boolean and, List<Expression> operands)) {
      JumpList otherwise = new JumpList();
      for (Expression operand : operands.subList(0, operands.size() - 1)) {
        if (and == when) {
          jump(operand, !when, otherwise);
        } else {
          jumpWithValue(operand, when, scratch, jumps);
        }
      }
      jumpWithValue(operands.getLast(), when, scratch, jumps);
      builder.patchHere(otherwise);
    } else if (expression instanceof Expression.Suffixed(var tree, int suffixes)
        && suffixes == 0
        && tree.expression() != null) {
      jumpWithValue(Precedence.resolve(tree.expression()), when, scratch, jumps);
    } else {
      int register = left(expression, scratch);
      if (register == scratch) {
        builder.emit(Opcode.TEST, 0, scratch, when ? 1 : 0);
      } else {
        builder.emit(Opcode.TESTSET, scratch, register, when ? 1 : 0);
      }
      jumps.add(builder.emitJump());
      builder.releaseTo(scratch + 1);
    }
  }

  // ---- conditions

  /** Jumps if the expression is as true as {@code when} says, and goes on otherwise. */
  void jump(Expression expression, boolean when, JumpList jumps) {
    int top = builder.free();
    if (expression instanceof Expression.Constant(Object value)) {
      if (LuaState.isTrue(value) == when) {
        jumps.add(builder.emitJump());
      }
    } else if (expression instanceof Expression.Unary(Token operator, Expression operand, Token _)
        && operator.getType() == LuaLexer.NOT) {
      jump(operand, !when, jumps);
    } else if (expression instanceof Expression.Logic(boolean and, List<Expression> operands)) {
      jump(and, operands, when, jumps);
    } else if (expression instanceof Expression.Binary binary && isComparison(binary.operator())) {
      int scratch = builder.reserve(1);
      jumps.add(comparisonJump(binary, binary.left(), scratch, when));
    } else if (expression instanceof Expression.Suffixed(var tree, int suffixes)
        && suffixes == 0
        && tree.expression() != null) {
      jump(Precedence.resolve(tree.expression()), when, jumps);
    } else {
      builder.emit(Opcode.TEST, 0, toAny(expression), when ? 1 : 0);
      jumps.add(builder.emitJump());
    }
    builder.releaseTo(top);
  }

  /** Jumps if operands that {@code and} or {@code or} joins are as true as {@code when} says. */
  private void jump(boolean and, List<Expression> operands, boolean when, JumpList jumps) {
    if (and != when) {
      for (Expression operand : operands) {
        jump(operand, when, jumps);
      }
      return;
    }
    JumpList otherwise = new JumpList();
    for (int i = 0; i < operands.size() - 1; i++) {
      jump(operands.get(i), !when, otherwise);
    }
    jump(operands.getLast(), when, jumps);
    builder.patchHere(otherwise);
  }

  // ---- tables

  private void table(TableConstructorContext constructor, int destination) {
    int table = scratch(destination);
    List<FieldContext> fields = constructor.field();
    int slots = 0;
    for (FieldContext field : fields) {
      if (field.ASSIGN() == null) {
        slots++;
      }
    }
    builder.at(constructor.getStart());
    builder.emit(
        Opcode.NEWTABLE,
        table,
        Math.min(slots, Instruction.MAX_ARGUMENT),
        Math.min(fields.size() - slots, Instruction.MAX_ARGUMENT));
    int stored = 0;
    int pending = 0;
    for (int i = 0; i < fields.size(); i++) {
      FieldContext field = fields.get(i);
      if (field.ASSIGN() != null) {
        // In source order, which a traversal shows. An expression as key may be a position too,
        // and then the positional field, stored at the end, must win.
        if (pending > 0 && hasStringKey(field)) {
          flush(table, pending, stored);
          stored += pending;
          pending = 0;
        }
        int top = builder.free();
        keyedField(field, table);
        builder.releaseTo(top);
        continue;
      }
      Expression value = Precedence.resolve(field.expression(0));
      if (i == fields.size() - 1 && isMultiple(value)) {
        open(value);
        builder.emit(Opcode.SETLIST, table, 0, 0);
        builder.emitWord(stored);
        builder.releaseTo(table + 1);
        pending = 0;
        break;
      }
      toNext(value);
      if (++pending == FIELDS_PER_FLUSH) {
        flush(table, pending, stored);
        stored += pending;
        pending = 0;
      }
    }
    if (pending > 0) {
      flush(table, pending, stored);
    }
    move(destination, table);
  }

  private void flush(int table, int count, int stored) {
    builder.emit(Opcode.SETLIST, table, count, 0);
    builder.emitWord(stored);
    builder.releaseTo(table + 1);
  }

  private static boolean hasStringKey(FieldContext field) {
    return field.LEFT_BRACKET() == null
        || Precedence.resolve(field.expression(0)) instanceof Expression.Constant(String _);
  }

  private void keyedField(FieldContext field, int table) {
    if (field.LEFT_BRACKET() == null) {
      int value = toAny(Precedence.resolve(field.expression(1)));
      builder.at(field.getStart());
      setField(table, field.expression(0).getText(), value);
      return;
    }
    Expression key = Precedence.resolve(field.expression(0));
    if (key instanceof Expression.Constant(String name)) {
      int value = toAny(Precedence.resolve(field.expression(1)));
      builder.at(field.getStart());
      setField(table, name, value);
      return;
    }
    int keyRegister = toAny(key);
    int value = toAny(Precedence.resolve(field.expression(1)));
    builder.at(field.getStart());
    builder.emit(Opcode.SETTABLE, table, keyRegister, value);
  }
}
