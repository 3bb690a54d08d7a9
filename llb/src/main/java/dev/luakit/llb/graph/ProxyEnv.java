package dev.luakit.llb.graph;

/**
 * The proxies that a command is told of in its environment, which do not count for its cache key.
 * Each may be empty.
 *
 * @param http the value of {@code HTTP_PROXY}
 * @param https the value of {@code HTTPS_PROXY}
 * @param ftp the value of {@code FTP_PROXY}
 * @param none the value of {@code NO_PROXY}
 * @param all the value of {@code ALL_PROXY}
 */
public record ProxyEnv(String http, String https, String ftp, String none, String all) {}
