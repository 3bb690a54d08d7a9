package dev.luakit.cli;

/** What a command line asks for: plain data, whoever has read the arguments. */
sealed interface Request
    permits BuildRequest,
        ValidateRequest,
        DagRequest,
        DagPageRequest,
        InitRequest,
        CompletionRequest,
        EvalRequest,
        TestRequest,
        FmtRequest,
        LockRequest,
        GatewayRequest,
        VersionRequest,
        HelpRequest {

  /**
   * Carries it out.
   *
   * @throws UsageException if the command line is at fault
   * @throws dev.luakit.llb.ScriptException if the script is, or went beyond a limit
   * @throws BrokenPipeException if nobody reads the output any more
   */
  void run(Host host);
}
