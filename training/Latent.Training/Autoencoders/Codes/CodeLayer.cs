using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>The layer from features to codes; it defines the kind of code.</summary>
public abstract class CodeLayer : Module
{
    private readonly Linear projection;

    /// <summary>Creates the projection that every kind of code starts with.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="features">The number of features of the encoder.</param>
    /// <param name="size">The latent dimension.</param>
    protected CodeLayer(string name, long features, long size)
        : base(name) => projection = Linear(features, size);

    /// <summary>The layer from features to the mean of the code, or to its pre-activation: weight [size, features].</summary>
    public Linear Projection => projection;

    /// <summary>Whether codes have a variance, and a prior to sample from.</summary>
    public virtual bool IsGaussian => false;

    /// <summary>The value above which a latent counts as active, for codes that are mostly inactive; null for others.</summary>
    public virtual double? ActiveAbove => null;

    /// <summary>Computes the code of features, as in a trained model.</summary>
    /// <param name="features">[batch, features].</param>
    public abstract Posterior<V> Encode<V>(V features)
        where V : struct, IValue<V>;

    /// <summary>Computes the code of features in training, where some codes depend on the whole batch or have other gradients.</summary>
    /// <param name="features">[batch, features].</param>
    public virtual Posterior<TensorValue> EncodeInTraining(TensorValue features) => Encode(features);
}
