package dev.luakit.llb.advice;

import java.util.Set;

/** The names that Lua's own library has in a build script. */
final class StandardNames {
  static final Set<String> GLOBALS =
      Set.of(
          "_G",
          "_VERSION",
          "assert",
          "collectgarbage",
          "error",
          "getfenv",
          "getmetatable",
          "ipairs",
          "load",
          "loadstring",
          "module",
          "next",
          "pairs",
          "pcall",
          "print",
          "rawequal",
          "rawget",
          "rawset",
          "require",
          "select",
          "setfenv",
          "setmetatable",
          "tonumber",
          "tostring",
          "type",
          "unpack",
          "xpcall",
          "string",
          "table",
          "math",
          "coroutine",
          "os",
          "package",
          "bk");

  /** Those of them that hardly a script has a use for. */
  static final Set<String> SELDOM_MEANT =
      Set.of("_G", "_VERSION", "module", "package", "getfenv", "setfenv");

  private static final Set<String> STRING =
      Set.of(
          "byte", "char", "find", "format", "gfind", "gmatch", "gsub", "len", "lower", "match",
          "rep", "reverse", "sub", "upper");

  private static final Set<String> TABLE =
      Set.of("concat", "foreach", "foreachi", "getn", "insert", "maxn", "remove", "setn", "sort");

  private static final Set<String> MATH =
      Set.of(
          "abs",
          "acos",
          "asin",
          "atan",
          "atan2",
          "ceil",
          "cos",
          "cosh",
          "deg",
          "exp",
          "floor",
          "fmod",
          "frexp",
          "huge",
          "ldexp",
          "log",
          "log10",
          "max",
          "min",
          "mod",
          "modf",
          "pi",
          "pow",
          "rad",
          "random",
          "randomseed",
          "sin",
          "sinh",
          "sqrt",
          "tan",
          "tanh");

  private static final Set<String> OS = Set.of("clock", "date", "difftime", "getenv", "time");

  private static final Set<String> COROUTINE =
      Set.of("create", "resume", "running", "status", "wrap", "yield");

  private StandardNames() {}

  /** The functions and constants of a library, empty where there is none of that name. */
  static Set<String> of(String library) {
    return switch (library) {
      case "string" -> STRING;
      case "table" -> TABLE;
      case "math" -> MATH;
      case "os" -> OS;
      case "coroutine" -> COROUTINE;
      default -> Set.of();
    };
  }
}
