package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.LuaParser.ExpressionStatementContext;
import dev.luakit.grammar.LuaParser.FieldContext;
import dev.luakit.grammar.LuaParser.ForStatementContext;
import dev.luakit.grammar.LuaParser.FunctionBodyContext;
import dev.luakit.grammar.LuaParser.FunctionStatementContext;
import dev.luakit.grammar.LuaParser.LocalStatementContext;
import dev.luakit.grammar.LuaParser.ParameterContext;
import dev.luakit.grammar.LuaParser.RepeatStatementContext;
import dev.luakit.grammar.LuaParser.SuffixedExpressionContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Finds out, before any code is made, which local variables are captured by an inner function and
 * which are assigned after their declaration. A variable that is both lives in a cell; all others
 * live in registers, and closures copy their values.
 *
 * <p>A variable is known by the index of the token that declares it.
 *
 * <p>Rules are told apart by their numbers: a switch over types would make a class at every start.
 */
final class CaptureAnalysis {
  private record Variable(String name, int declaration, int function) {}

  private final BitSet captured = new BitSet();
  private final BitSet assigned = new BitSet();
  private final List<Variable> scope = new ArrayList<>();
  private int function;

  CaptureAnalysis(LuaParser.ChunkContext chunk) {
    visit(chunk);
  }

  /** Whether the variable has to live in a cell. */
  boolean needsCell(int declaration) {
    return captured.get(declaration) && assigned.get(declaration);
  }

  private void visit(ParserRuleContext tree) {
    switch (tree.getRuleIndex()) {
      case LuaParser.RULE_block -> visitBlock(tree);
      case LuaParser.RULE_localStatement -> visitLocal((LocalStatementContext) tree);
      case LuaParser.RULE_forStatement -> visitFor((ForStatementContext) tree);
      case LuaParser.RULE_repeatStatement -> visitRepeat((RepeatStatementContext) tree);
      case LuaParser.RULE_functionStatement -> {
        FunctionStatementContext statement = (FunctionStatementContext) tree;
        use(statement.NAME(0).getSymbol(), statement.NAME().size() == 1);
        visit(statement.functionBody());
      }
      case LuaParser.RULE_functionBody -> visitFunction((FunctionBodyContext) tree);
      case LuaParser.RULE_expressionStatement -> visitAssignment((ExpressionStatementContext) tree);
      case LuaParser.RULE_field -> visitField((FieldContext) tree);
      case LuaParser.RULE_suffixedExpression -> {
        SuffixedExpressionContext suffixed = (SuffixedExpressionContext) tree;
        if (suffixed.NAME() != null) {
          use(suffixed.NAME().getSymbol(), false);
        }
        visitChildren(suffixed);
      }
      default -> visitChildren(tree);
    }
  }

  private void visitBlock(ParserRuleContext block) {
    int outer = scope.size();
    visitChildren(block);
    leave(outer);
  }

  private void visitFor(ForStatementContext loop) {
    int outer = scope.size();
    if (loop.numericRange() != null) {
      visit(loop.numericRange());
    } else {
      visit(loop.expressionList());
    }
    declareAll(loop.NAME());
    visit(loop.loopBody());
    leave(outer);
  }

  private void visitRepeat(RepeatStatementContext loop) {
    int outer = scope.size();
    visitChildren(loop.loopBody().block());
    visit(loop.expression());
    leave(outer);
  }

  /** An assignment, or a call. */
  private void visitAssignment(ExpressionStatementContext statement) {
    if (statement.ASSIGN() != null) {
      for (SuffixedExpressionContext target : statement.suffixedExpression()) {
        if (target.NAME() != null && target.suffix().isEmpty()) {
          use(target.NAME().getSymbol(), true);
        }
      }
    }
    visitChildren(statement);
  }

  private void visitField(FieldContext field) {
    boolean named = field.ASSIGN() != null && field.LEFT_BRACKET() == null;
    for (int i = named ? 1 : 0; i < field.getChildCount(); i++) {
      visitRule(field.getChild(i));
    }
  }

  private void visitChildren(ParserRuleContext tree) {
    for (int i = 0; i < tree.getChildCount(); i++) {
      visitRule(tree.getChild(i));
    }
  }

  /** Visits what is no token. */
  private void visitRule(ParseTree tree) {
    if (tree instanceof ParserRuleContext rule) {
      visit(rule);
    }
  }

  private void visitLocal(LocalStatementContext local) {
    if (local.functionBody() != null) {
      declareAll(local.NAME());
      visit(local.functionBody());
    } else {
      if (local.expressionList() != null) {
        visit(local.expressionList());
      }
      declareAll(local.NAME());
    }
  }

  private void visitFunction(FunctionBodyContext body) {
    int outer = scope.size();
    function++;
    declare("self", body.LEFT_PAREN().getSymbol());
    if (body.parameters() != null) {
      for (ParameterContext parameter : body.parameters().parameter()) {
        Token token = parameter.getStart();
        declare(token.getType() == LuaLexer.ELLIPSIS ? "arg" : token.getText(), token);
      }
    }
    visit(body.block());
    function--;
    leave(outer);
  }

  private void declareAll(List<TerminalNode> names) {
    for (TerminalNode name : names) {
      declare(name.getText(), name.getSymbol());
    }
  }

  private void declare(String name, Token token) {
    scope.add(new Variable(name, token.getTokenIndex(), function));
  }

  private void leave(int size) {
    scope.subList(size, scope.size()).clear();
  }

  /** Notes a use; where names that may not be variables at all (self, arg) hide others, both. */
  private void use(Token name, boolean assigns) {
    String text = name.getText();
    for (int i = scope.size() - 1; i >= 0; i--) {
      Variable variable = scope.get(i);
      if (!variable.name().equals(text)) {
        continue;
      }
      if (variable.function() < function) {
        captured.set(variable.declaration());
      }
      if (assigns) {
        assigned.set(variable.declaration());
      }
      if (!text.equals("self") && !text.equals("arg")) {
        return;
      }
    }
  }
}
