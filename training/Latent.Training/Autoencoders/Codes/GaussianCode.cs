using Latent.Onnx;
using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>A diagonal Gaussian posterior: a mean and the logarithm of a variance, both linear in the features.</summary>
internal sealed class GaussianCode : CodeLayer
{
    // The field name is a state_dict key.
    private readonly Linear log_variance;

    internal GaussianCode(long features, long size, double? startLogVariance)
        : base(nameof(GaussianCode), features, size)
    {
        log_variance = Linear(features, size);
        RegisterComponents();
        if (startLogVariance is { } start)
            init.constant_(log_variance.bias!, Scalars.Get(start));
    }

    /// <inheritdoc/>
    public override bool IsGaussian => true;

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V features) => new(features.Apply(Projection), features.Apply(log_variance));
}
