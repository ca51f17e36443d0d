using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code of which most numbers are exactly 0; it remembers for how long each number has been.</summary>
public abstract class SparseCode : CodeLayer
{
    private readonly Tensor idle_rows;

    /// <summary>Makes the projection and the memory.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="features">The number of features that the encoder ends with.</param>
    /// <param name="size">The number of numbers in a code.</param>
    protected SparseCode(string name, long features, long size)
        : base(name, features, size) => idle_rows = zeros(size).DetachFromDisposeScope();

    /// <inheritdoc/>
    public override double? ActiveAbove => 0;

    /// <summary>For how many training rows each number of the code has been 0, [size].</summary>
    public Tensor IdleRows => idle_rows;

    /// <inheritdoc/>
    public sealed override Posterior<TensorValue> EncodeInTraining(TensorValue features)
    {
        var preActivation = features.Apply(Projection);
        var code = Sparsify(preActivation.Tensor);
        Observe(code);
        return new(code, PreActivation: preActivation);
    }

    /// <summary>
    /// How far each row is from a code that has one number more or less: two computations that differ by less agree on
    /// which numbers stay.
    /// </summary>
    /// <param name="features">[batch, features].</param>
    /// <returns>[batch]; infinite where nothing can change.</returns>
    public Tensor Margin(Tensor features)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return MarginOf(Projection.call(features)).MoveToOuterDisposeScope();
    }

    /// <summary>The margin of a trained model's code.</summary>
    /// <param name="preActivation">W h + b, [batch, size].</param>
    /// <returns>[batch].</returns>
    protected abstract Tensor MarginOf(Tensor preActivation);

    /// <summary>Which numbers stay in training, and with what gradients.</summary>
    /// <param name="preActivation">W h + b, [batch, size].</param>
    /// <returns>[batch, size].</returns>
    protected abstract Tensor Sparsify(Tensor preActivation);

    private void Observe(Tensor code)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var isIdle = code.amax([0]).le(Scalars.Get(0)).to(ScalarType.Float32);
        idle_rows.add_(Scalars.Get(code.shape[0]), Scalars.One).mul_(isIdle);
    }
}
