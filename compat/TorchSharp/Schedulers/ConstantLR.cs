namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>A fraction of the rate until a number of epochs has passed.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int epochs;

                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.factor = factor;
                        epochs = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 ? Current.Select(rate => rate * factor)
                        : _last_epoch == epochs ? Current.Select(rate => rate / factor)
                        : Current;

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => _last_epoch < epochs ? rate * factor : rate);
                }
            }
        }
    }
}
