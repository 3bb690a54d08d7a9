/**
 * The syntax of Lua 5.1, in a shape that one token of lookahead decides.
 *
 * An expression is a flat list of operands and operators: precedence is the compiler's business
 * (dev.luakit.vm.compiler.Precedence), which keeps the tree as shallow as the source is nested.
 */
parser grammar LuaParser;

options {
  tokenVocab = LuaLexer;
  superClass = LuaSyntax;
}

chunk : block EOF ;

block
@init { enterLevel(); }
@after { leaveLevel(); }
  : (statement SEMICOLON?)* (lastStatement SEMICOLON?)?
  ;

statement
  : doStatement
  | whileStatement
  | repeatStatement
  | ifStatement
  | forStatement
  | functionStatement
  | localStatement
  | expressionStatement
  ;

lastStatement
  : RETURN { checkReturn(); } expressionList?
  | BREAK { checkBreak(); }
  ;

doStatement : DO block END ;

whileStatement : WHILE expression DO loopBody END ;

repeatStatement : REPEAT loopBody UNTIL expression ;

ifStatement : IF expression THEN block elseIf* (ELSE block)? END ;

elseIf : ELSEIF expression THEN block ;

forStatement : FOR NAME (numericRange | (COMMA NAME)* IN expressionList) DO loopBody END ;

numericRange : ASSIGN expression COMMA expression (COMMA expression)? ;

loopBody
@init { enterLoop(); }
@after { leaveLoop(); }
  : block
  ;

functionStatement : FUNCTION NAME (DOT NAME)* (COLON NAME)? functionBody ;

localStatement : LOCAL (FUNCTION NAME functionBody | NAME (COMMA NAME)* (ASSIGN expressionList)?) ;

// A call, or an assignment: which of them is checked where Lua checks it, after the first operand.
expressionStatement
  : suffixedExpression { checkStatement(_localctx); }
    ((COMMA suffixedExpression { checkTarget(_localctx); })* ASSIGN expressionList)?
  ;

expressionList : expression (COMMA expression)* ;

expression
@init { enterLevel(); }
@after { leaveExpression(); }
  : ((NOT | HASH | MINUS) { enterUnaryOperand(); })* simpleExpression
    ((OR | AND | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | NOT_EQUAL | EQUAL
        | CONCAT | PLUS | MINUS | STAR | SLASH | PERCENT | CARET) { enterRightOperand(); }
      ((NOT | HASH | MINUS) { enterUnaryOperand(); })* simpleExpression)*
  ;

simpleExpression
  : NUMBER
  | STRING
  | NIL
  | TRUE
  | FALSE
  | ELLIPSIS { checkVararg(); }
  | tableConstructor
  | FUNCTION functionBody
  | suffixedExpression
  ;

// Suffixes are taken as long as there are any: OneTokenPrediction, as a statement may begin like one.
suffixedExpression : (NAME | LEFT_PAREN expression RIGHT_PAREN) suffix* ;

suffix
  : DOT NAME
  | LEFT_BRACKET expression RIGHT_BRACKET
  | COLON NAME arguments
  | arguments
  ;

arguments
  : { checkCall(); } LEFT_PAREN expressionList? RIGHT_PAREN
  | tableConstructor
  | STRING
  ;

functionBody
  : LEFT_PAREN parameters? RIGHT_PAREN { enterFunction(_localctx); } block END { leaveFunction(); }
  ;

parameters : parameter (COMMA parameter)* ;

parameter : NAME | ELLIPSIS { checkLastParameter(); } ;

tableConstructor
  : LEFT_BRACE (field ((COMMA | SEMICOLON) { checkField(); } field?)*)? RIGHT_BRACE
  ;

// `name = value` is told from an expression by what follows it, without a second token of lookahead.
field
  : LEFT_BRACKET expression RIGHT_BRACKET ASSIGN expression
  | expression ({ checkFieldName(_localctx); } ASSIGN expression)?
  ;
