package dev.luakit.cli;

/** A command as picocli fills it in. */
sealed interface Command
    permits LuakitCommand,
        BuildCommand,
        ValidateCommand,
        DagCommand,
        EvalCommand,
        TestCommand,
        FmtCommand,
        LockCommand,
        GatewayCommand,
        InitCommand,
        CompletionCommand,
        VersionCommand {

  /**
   * What it asks for.
   *
   * @throws UsageException if an option's value makes no sense
   */
  Request request();
}
