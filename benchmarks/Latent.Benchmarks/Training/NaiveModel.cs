using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Benchmarks;

/// <summary>A model of training_peer.py whose forward pass returns the loss.</summary>
internal abstract class NaiveModel(string name) : Module<Tensor, Tensor>(name)
{
    public const long Pixels = 784;

    public static NaiveModel Create(string name) => name switch
    {
        "dense" => new Dense(),
        "vae" => new Vae(),
        "sparse" => new Sparse(),
        "conv-vae" => new ConvVae(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a case of the training benchmark."),
    };

    private static Tensor Variational(Tensor probabilities, Tensor x, Tensor mean, Tensor logVariance) =>
        F.binary_cross_entropy(probabilities, x, reduction: Reduction.Sum)
            + (-0.5 * sum(1 + logVariance - mean.pow(2) - logVariance.exp()));

    private static Tensor Sample(Tensor mean, Tensor logVariance) => mean + ((0.5 * logVariance).exp() * randn_like(mean));

    private sealed class Dense : NaiveModel
    {
        private readonly Sequential layers = Sequential(
            Linear(Pixels, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 32),
            Linear(32, 128), ReLU(), Linear(128, 256), ReLU(), Linear(256, Pixels), Sigmoid());

        public Dense()
            : base(nameof(Dense)) => RegisterComponents();

        public override Tensor forward(Tensor input) => F.mse_loss(layers.call(input), input);
    }

    private sealed class Vae : NaiveModel
    {
        private readonly Linear hidden = Linear(Pixels, 400);
        private readonly Linear mean = Linear(400, 20);
        private readonly Linear logVariance = Linear(400, 20);
        private readonly Linear widen = Linear(20, 400);
        private readonly Linear output = Linear(400, Pixels);

        public Vae()
            : base(nameof(Vae)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var h = hidden.call(input).relu();
            var (m, v) = (mean.call(h), logVariance.call(h));
            return Variational(output.call(widen.call(Sample(m, v)).relu()).sigmoid(), input, m, v);
        }
    }

    private sealed class Sparse : NaiveModel
    {
        private const double Target = 0.05;
        private const double Weight = 0.3;

        private readonly Sequential encoder = Sequential(Linear(Pixels, 256), Sigmoid(), Linear(256, 64), Sigmoid());
        private readonly Sequential decoder = Sequential(Linear(64, 256), Sigmoid(), Linear(256, Pixels), Sigmoid());

        public Sparse()
            : base(nameof(Sparse)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var code = encoder.call(input);
            var active = code.mean([0]).clamp(1e-10, 1 - 1e-10);
            var sparsity = sum((Target * log(Target / active)) + ((1 - Target) * log((1 - Target) / (1 - active))));
            return F.mse_loss(decoder.call(code), input) + (Weight * sparsity);
        }
    }

    private sealed class ConvVae : NaiveModel
    {
        private const long Features = 128;

        private readonly Sequential encoder = Sequential(
            Conv2d(1, 32, 4, stride: 2, padding: 1), ReLU(), Conv2d(32, 64, 4, stride: 2, padding: 1), ReLU(), Conv2d(64, Features, 7));

        private readonly Linear mean = Linear(Features, Features);
        private readonly Linear logVariance = Linear(Features, Features);
        private readonly Linear widen = Linear(Features, Features);

        private readonly Sequential decoder = Sequential(
            ConvTranspose2d(Features, 64, 7), ReLU(), ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), ReLU(), ConvTranspose2d(
                32,
                1,
                4,
                stride: 2,
                padding: 1), Sigmoid());

        public ConvVae()
            : base(nameof(ConvVae)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var h = encoder.call(input.view(-1, 1, 28, 28)).view(input.shape[0], -1);
            var (m, v) = (mean.call(h), logVariance.call(h));
            return Variational(decoder.call(widen.call(Sample(m, v)).view(-1, Features, 1, 1)).view(-1, Pixels), input, m, v);
        }
    }
}
