/**
 * The tokens of Lua 5.1. The source is a sequence of bytes, one char each.
 *
 * What has no regular shape (strings with their escapes, brackets of matching level) is read by
 * the methods of LuaScanner: a rule here matches only how such a token begins.
 */
lexer grammar LuaLexer;

options {
  superClass = LuaScanner;
}

AND : 'and' ;
BREAK : 'break' ;
DO : 'do' ;
ELSE : 'else' ;
ELSEIF : 'elseif' ;
END : 'end' ;
FALSE : 'false' ;
FOR : 'for' ;
FUNCTION : 'function' ;
IF : 'if' ;
IN : 'in' ;
LOCAL : 'local' ;
NIL : 'nil' ;
NOT : 'not' ;
OR : 'or' ;
REPEAT : 'repeat' ;
RETURN : 'return' ;
THEN : 'then' ;
TRUE : 'true' ;
UNTIL : 'until' ;
WHILE : 'while' ;

PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
PERCENT : '%' ;
CARET : '^' ;
HASH : '#' ;
EQUAL : '==' ;
NOT_EQUAL : '~=' ;
LESS_EQUAL : '<=' ;
GREATER_EQUAL : '>=' ;
LESS : '<' ;
GREATER : '>' ;
ASSIGN : '=' ;
LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
SEMICOLON : ';' ;
COLON : ':' ;
COMMA : ',' ;
DOT : '.' ;
CONCAT : '..' ;
ELLIPSIS : '...' ;

NAME : [a-zA-Z_] [a-zA-Z0-9_]* ;

// Wider than a number: like Lua itself, takes in what sticks to it, so that `3x` is one bad number.
NUMBER : ([0-9] | '.' [0-9]) [0-9.]* ([eE] [+\-]?)? [a-zA-Z0-9_]* { checkNumber(); } ;

STRING : ["'] { shortString(); } ;
LONG_STRING : '[' '='* '[' { longString(); } -> type(STRING) ;

// `[==` that no second bracket follows
BAD_LONG_STRING : '[' '='+ { badLongString(); } ;

COMMENT : '--' { comment(); } -> channel(HIDDEN) ;
SPACE : [ \t\r\n\u000B\f]+ -> skip ;

// Any other byte is a token of its own, which no rule of the parser accepts.
OTHER : . ;
