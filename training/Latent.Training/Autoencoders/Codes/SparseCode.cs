using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code of which most latents are exactly 0; it counts the training rows since each latent was last active.</summary>
internal abstract class SparseCode : CodeLayer
{
    // The field name is a state_dict key.
    private readonly Tensor idle_rows;

    /// <summary>Creates the projection and the counters.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="features">The number of features of the encoder.</param>
    /// <param name="size">The latent dimension.</param>
    protected SparseCode(string name, long features, long size)
        : base(name, features, size) => idle_rows = zeros(size).DetachFromDisposeScope();

    /// <inheritdoc/>
    public override double? ActiveAbove => 0;

    /// <summary>The number of consecutive training rows for which each latent has been 0, [size].</summary>
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
    /// Computes the distance of each row from a code with one active latent more or less: two computations that differ by
    /// less than the margin keep the same latents.
    /// </summary>
    /// <param name="features">[batch, features].</param>
    /// <returns>[batch]; infinite where nothing can change.</returns>
    public Tensor Margin(Tensor features)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return MarginOf(Projection.call(features)).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the margin of a trained model's code.</summary>
    /// <param name="preActivation">W h + b, [batch, size].</param>
    /// <returns>[batch].</returns>
    protected abstract Tensor MarginOf(Tensor preActivation);

    /// <summary>Keeps the active latents in training, with the gradients of the kind of code.</summary>
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
