namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to a largest rate and down to a tiny one, momentum the other way round (Smith and Topin, 2019).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly IList<Phase> phases;
                    private readonly int totalSteps;
                    private readonly AnnealStrategy strategy;
                    private readonly bool cycleMomentum;
                    private readonly double[] largest;
                    private readonly double[] baseMomentum;
                    private readonly double[] maxMomentum;
                    private readonly double startDivisor;
                    private readonly double endDivisor;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Every(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            Every(optimizer, base_momentum), Every(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (pct_start is < 0 or > 1) throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        if (total_steps == -1 && (epochs == -1 || steps_per_epoch == -1))
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        totalSteps = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (totalSteps <= 0) throw new ArgumentException($"Expected positive integer total_steps, but got {totalSteps}");

                        strategy = anneal_strategy;
                        cycleMomentum = cycle_momentum;
                        largest = [.. max_lr];
                        baseMomentum = [.. base_momentum ?? Every(optimizer, 0.85)];
                        maxMomentum = [.. max_momentum ?? Every(optimizer, 0.95)];
                        startDivisor = div_factor;
                        endDivisor = final_div_factor;
                        var peak = (pct_start * totalSteps) - 1;
                        phases = three_phase
                            ? [new(peak, Level.Start, Level.Top), new((2 * pct_start * totalSteps) - 2, Level.Top, Level.Start), new(totalSteps - 1, Level.Start, Level.End)]
                            : [new(peak, Level.Start, Level.Top), new(totalSteps - 1, Level.Top, Level.End)];
                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    private enum Level
                    {
                        Start,
                        Top,
                        End,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > totalSteps)
                            throw new InvalidOperationException($"Tried to step {_last_epoch + 1} times. The specified number of total steps is {totalSteps}");
                        var at = 0;
                        while (at < phases.Count - 1 && _last_epoch > phases[at].End) at++;
                        var begin = at == 0 ? 0 : phases[at - 1].End;
                        var phase = phases[at];
                        var fraction = (_last_epoch - begin) / (phase.End - begin);
                        var groups = _optimizer.ParamGroups.ToList();
                        for (var i = 0; cycleMomentum && i < groups.Count; i++) SetMomentum(groups[i], Anneal(Momentum(phase.From, i), Momentum(phase.To, i), fraction));
                        return groups.Select((_, i) => Anneal(Rate(phase.From, i), Rate(phase.To, i), fraction));
                    }

                    private static IEnumerable<double> Every(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());

                    private static void SetMomentum(ILearningRateController group, double value)
                    {
                        if (group is IBetas betas) betas.Betas = (value, betas.Betas.Item2);
                        else if (group is IMomentum momentum) momentum.Momentum = value;
                    }

                    private double Rate(Level level, int group) => level switch
                    {
                        Level.Start => largest[group] / startDivisor,
                        Level.Top => largest[group],
                        _ => largest[group] / startDivisor / endDivisor,
                    };

                    private double Momentum(Level level, int group) => level == Level.Top ? baseMomentum[group] : maxMomentum[group];

                    private double Anneal(double from, double to, double fraction) =>
                        strategy == AnnealStrategy.Cos ? to + ((from - to) / 2.0 * (Math.Cos(Math.PI * fraction) + 1)) : ((to - from) * fraction) + from;

                    private sealed record Phase(double End, Level From, Level To);
                }
            }
        }
    }
}
