using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            (maximize, centered) = (other.maximize, other.centered);
            (momentum, alpha, eps, weight_decay) = (other.momentum, other.alpha, other.eps, other.weight_decay);
        }

        internal void Complete(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            maximize ??= defaults.maximize;
            momentum ??= defaults.momentum;
            alpha ??= defaults.alpha;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            centered ??= defaults.centered;
        }
    }

    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0.0, bool centered = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                eps = eps,
                alpha = alpha,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
            })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
