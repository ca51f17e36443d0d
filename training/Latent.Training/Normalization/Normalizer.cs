using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// Turns raw rows into model units and back. It is part of the model, so that every exported graph takes raw features and
/// no consumer normalises again.
/// </summary>
public abstract class Normalizer : Module
{
    private protected Normalizer(NormalizationKind kind, Dataset train)
        : base(nameof(Normalizer)) =>
        (Kind, RawSize, Image) = (kind, train.SampleSize, train.Image);

    /// <summary>What it does to raw features.</summary>
    public NormalizationKind Kind { get; }

    /// <summary>The number of features of a raw row.</summary>
    public int RawSize { get; }

    /// <summary>The number of numbers of a row in model units.</summary>
    public abstract int Size { get; }

    /// <summary>The shape of a row in model units, where it is a picture or maps of one; null where it is none.</summary>
    public virtual ImageShape? Image { get; }

    /// <summary>Whether some columns hold words.</summary>
    public virtual bool HasCategories => false;

    /// <summary>Whether model units are the raw numbers as they are.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>Measures on the training rows what it needs to know.</summary>
    /// <param name="kind">What to do to raw features.</param>
    /// <param name="train">The training rows, and no others.</param>
    /// <exception cref="Latent.Training.Autoencoders.ModelException">The rows are not of the kind that it asks for.</exception>
    public static Normalizer Fit(NormalizationKind kind, Dataset train) =>
        kind == NormalizationKind.Texture ? new TextureMaps(train) : new RowNormalizer(kind, train);

    /// <summary>Whether model units lie in [0, 1], as the slots of words do, on the rows that it was fitted to.</summary>
    /// <param name="train">Those rows.</param>
    public virtual bool IsUnitOn(Dataset train) => false;

    /// <summary>Raw features [batch, <see cref="RawSize"/>] in model units, [batch, <see cref="Size"/>].</summary>
    public abstract V Normalize<V>(V raw)
        where V : struct, IValue<V>;

    /// <summary>
    /// Model units [batch, <see cref="Size"/>] as raw features, [batch, <see cref="RawSize"/>]; a word is the one with the
    /// largest slot.
    /// </summary>
    public abstract V Denormalize<V>(V row)
        where V : struct, IValue<V>;

    /// <summary>
    /// One number for each raw feature: that of a number as it is, those of the slots of a word added up, the mean over the
    /// maps at the place of a pixel.
    /// </summary>
    /// <param name="row">Numbers in the places of model units, such as errors, [batch, <see cref="Size"/>].</param>
    /// <returns>[batch, <see cref="RawSize"/>].</returns>
    public abstract V PerFeature<V>(V row)
        where V : struct, IValue<V>;

    /// <summary>The mean training row in model units: that of the rows once they are normalised, as a logarithm or a word has no mean before.</summary>
    /// <param name="train">The training rows.</param>
    /// <returns>[<see cref="Size"/>].</returns>
    public Tensor MeanOf(Dataset train)
    {
        using var scope = NewDisposeScope();
        var sum = zeros(Size, dtype: ScalarType.Float64);
        foreach (var rows in train.Chunks())
        {
            using var chunk = NewDisposeScope();
            var normalised = Normalize<TensorValue>(DatasetTensors.ToTensor(rows, RawSize)).Tensor;
            sum.Accumulate(normalised.to(ScalarType.Float64).sum(dim: 0));
        }

        return (sum / Scalars.Get(train.Count)).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }
}
