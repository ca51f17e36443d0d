namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>From the rate down to a least one along half a cosine (Loshchilov and Hutter, 2017), without restarts.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double halfPeriod;
                    private readonly double least;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        halfPeriod = T_max;
                        least = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return Current;
                        if ((_last_epoch - 1 - halfPeriod) % (2 * halfPeriod) == 0)
                            return Current.Select((rate, i) => rate + ((_base_lrs[i] - least) * (1 - Math.Cos(Math.PI / halfPeriod)) / 2));
                        var ratio = (1 + Math.Cos(Math.PI * _last_epoch / halfPeriod)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / halfPeriod));
                        return Current.Select(rate => (ratio * (rate - least)) + least);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => least + ((rate - least) * (1 + Math.Cos(Math.PI * _last_epoch / halfPeriod)) / 2));
                }
            }
        }
    }
}
