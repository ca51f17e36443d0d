using Latent.Onnx;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Layers from normalised rows [batch, input] to features [batch, <see cref="FeatureCount"/>].</summary>
/// <param name="name">The name of the module.</param>
/// <param name="featureCount">The number of output features.</param>
public abstract class EncoderNetwork(string name, long featureCount) : PortableModule(name)
{
    /// <summary>The number of output features.</summary>
    public long FeatureCount { get; } = featureCount;
}
