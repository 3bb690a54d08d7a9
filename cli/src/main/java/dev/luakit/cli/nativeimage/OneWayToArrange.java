package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.eclipse.elk.alg.layered.LayeredPhases;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.p1cycles.GreedyCycleBreaker;
import org.eclipse.elk.alg.layered.p2layers.NetworkSimplexLayerer;
import org.eclipse.elk.alg.layered.p3order.LayerSweepCrossingMinimizer;
import org.eclipse.elk.alg.layered.p4nodes.bk.BKNodePlacer;
import org.eclipse.elk.alg.layered.p5edges.OrthogonalEdgeRouter;
import org.eclipse.elk.core.alg.ILayoutPhase;

/**
 * The layered algorithm has five phases, and for each a choice of ways. Pictures of luakit go the
 * one that dag's {@code LayeredLayout} asks for, and where it asks for none, the library's default.
 */
final class OneWayToArrange {
  private OneWayToArrange() {}

  /** How cycles are broken. */
  @TargetClass(className = "org.eclipse.elk.alg.layered.options.CycleBreakingStrategy")
  static final class Cycles {
    private Cycles() {}

    @Substitute
    public ILayoutPhase<LayeredPhases, LGraph> create() {
      return new GreedyCycleBreaker();
    }
  }

  /** How nodes are dealt to layers. */
  @TargetClass(className = "org.eclipse.elk.alg.layered.options.LayeringStrategy")
  static final class Layers {
    private Layers() {}

    @Substitute
    public ILayoutPhase<LayeredPhases, LGraph> create() {
      return new NetworkSimplexLayerer();
    }
  }

  /** How nodes are put in order within a layer. */
  @TargetClass(className = "org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy")
  static final class Orders {
    private Orders() {}

    @Substitute
    public ILayoutPhase<LayeredPhases, LGraph> create() {
      return new LayerSweepCrossingMinimizer(LayerSweepCrossingMinimizer.CrossMinType.BARYCENTER);
    }
  }

  /** How nodes are placed within a layer. */
  @TargetClass(className = "org.eclipse.elk.alg.layered.options.NodePlacementStrategy")
  static final class Places {
    private Places() {}

    @Substitute
    public ILayoutPhase<LayeredPhases, LGraph> create() {
      return new BKNodePlacer();
    }
  }

  /** How edges are drawn. */
  @TargetClass(className = "org.eclipse.elk.alg.layered.p5edges.EdgeRouterFactory")
  static final class Routes {
    private Routes() {}

    @Substitute
    public ILayoutPhase<LayeredPhases, LGraph> create() {
      return new OrthogonalEdgeRouter();
    }
  }
}
