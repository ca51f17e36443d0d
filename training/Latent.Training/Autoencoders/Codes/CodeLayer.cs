using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>The layer from features to codes; it decides what kind of code a model has.</summary>
public abstract class CodeLayer : Module
{
    private readonly Linear projection;

    /// <summary>Makes the projection that every kind of code begins with.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="features">The number of features that the encoder ends with.</param>
    /// <param name="size">The number of numbers in a code.</param>
    protected CodeLayer(string name, long features, long size)
        : base(name) => projection = Linear(features, size);

    /// <summary>The layer from features to the mean of the code, or to what its nonlinearity takes: weight [size, features].</summary>
    public Linear Projection => projection;

    /// <summary>Whether codes have a variance, and a prior to sample from.</summary>
    public virtual bool IsGaussian => false;

    /// <summary>Above which value a number of a code counts as active, for codes that are mostly inactive; null for others.</summary>
    public virtual double? ActiveAbove => null;

    /// <summary>The code of features, as a trained model computes it.</summary>
    /// <param name="features">[batch, features].</param>
    public abstract Posterior<V> Encode<V>(V features)
        where V : struct, IValue<V>;

    /// <summary>The code of features in training, where some codes look at the whole batch or carry other gradients.</summary>
    /// <param name="features">[batch, features].</param>
    public virtual Posterior<TensorValue> EncodeInTraining(TensorValue features) => Encode(features);
}
