namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor when a figure has not improved for some epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly double factor;
                    private readonly int patience;
                    private readonly double threshold;
                    private readonly bool larger;
                    private readonly bool relative;
                    private readonly int cooldown;
                    private readonly double[] least;
                    private readonly double smallestChange;
                    private double best;
                    private int badEpochs;
                    private int cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0) throw new ArgumentException("Factor should be < 1.0");
                        if (mode is not ("min" or "max")) throw new ArgumentException($"mode {mode} is unknown!");
                        if (threshold_mode is not ("rel" or "abs")) throw new ArgumentException($"threshold mode {threshold_mode} is unknown!");
                        this.factor = factor;
                        this.patience = patience;
                        this.threshold = threshold;
                        this.cooldown = cooldown;
                        larger = mode == "max";
                        relative = threshold_mode == "rel";
                        smallestChange = eps;
                        best = larger ? double.NegativeInfinity : double.PositiveInfinity;
                        var groups = optimizer.ParamGroups.Count();
                        least = min_lr is null or { Count: 0 } ? new double[groups]
                            : min_lr.Count == 1 ? [.. Enumerable.Repeat(min_lr[0], groups)]
                            : [.. min_lr];
                    }

                    public override void step() => throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler");

                    public override void step(int? epoch) => throw new InvalidOperationException("step(int? epoch) should not be used with the ReduceLROnPlateau scheduler");

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current))
                        {
                            best = current;
                            badEpochs = 0;
                        }
                        else
                        {
                            badEpochs++;
                        }

                        if (cooling > 0)
                        {
                            cooling--;
                            badEpochs = 0;
                        }

                        if (badEpochs <= patience) return;
                        cooling = cooldown;
                        badEpochs = 0;
                        Reduce();
                    }

                    private bool IsBetter(double value) => (larger, relative) switch
                    {
                        (false, true) => value < best * (1 - threshold),
                        (false, false) => value < best - threshold,
                        (true, true) => value > best * (1 + threshold),
                        _ => value > best + threshold,
                    };

                    private void Reduce()
                    {
                        var groups = _optimizer.ParamGroups.ToList();
                        for (var i = 0; i < groups.Count; i++)
                        {
                            var rate = Math.Max(groups[i].LearningRate * factor, least[i]);
                            if (groups[i].LearningRate - rate > smallestChange) Set(groups[i], i, rate);
                        }
                    }
                }
            }
        }
    }
}
