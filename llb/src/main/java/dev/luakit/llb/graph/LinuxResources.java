package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * What a command may use of its machine, as cgroups limit it. It does not count for the cache key;
 * zero and the empty string mean no limit.
 *
 * @param memory bytes of memory
 * @param memorySwap bytes of memory and swap together; -1 is unlimited
 * @param cpuShares relative weight of the CPU
 * @param cpuPeriod microseconds of one scheduling period
 * @param cpuQuota microseconds of CPU time in one period; -1 is unlimited
 * @param cpusetCpus CPUs, such as {@code 0-3}
 * @param cpusetMems memory nodes, such as {@code 0,1}
 */
public record LinuxResources(
    long memory,
    long memorySwap,
    long cpuShares,
    long cpuPeriod,
    long cpuQuota,
    String cpusetCpus,
    String cpusetMems) {

  public LinuxResources {
    if (memory < 0 || memorySwap < -1 || cpuShares < 0 || cpuPeriod < 0 || cpuQuota < -1) {
      throw new InvalidGraphException("a limit of resources must not be negative");
    }
    InvalidGraphException.checkText("cpuset_cpus", cpusetCpus);
    InvalidGraphException.checkText("cpuset_mems", cpusetMems);
  }

  void write(ProtoWriter out, int field) {
    int message = out.begin(field);
    out.integer(1, memory);
    out.integer(2, memorySwap);
    out.integer(3, cpuShares);
    out.integer(4, cpuPeriod);
    out.integer(5, cpuQuota);
    out.string(6, "cpuset_cpus", cpusetCpus);
    out.string(7, "cpuset_mems", cpusetMems);
    out.end(message);
  }
}
