using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Rows;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// Converts raw rows to model units and back. The normalizer is part of the model, so that every exported graph takes raw
/// features and no consumer normalises again.
/// </summary>
internal abstract class Normalizer : Module
{
    private readonly ImageShape? image;

    private protected Normalizer(NormalizationKind kind, Dataset train)
        : base(nameof(Normalizer)) =>
        (Kind, RawSize, image) = (kind, train.SampleSize, train.Image);

    /// <summary>The kind of normalization.</summary>
    public NormalizationKind Kind { get; }

    /// <summary>The number of features of a raw row.</summary>
    public int RawSize { get; }

    /// <summary>The number of features of a row in model units.</summary>
    public abstract int Size { get; }

    /// <summary>The shape of a row in model units, where it is an image or maps of one; else null.</summary>
    public virtual ImageShape? Image => image;

    /// <summary>Whether some columns are categorical.</summary>
    public virtual bool HasCategories => false;

    /// <summary>Whether model units are the raw values.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>Fits a normalizer to the training rows.</summary>
    /// <param name="kind">The kind of normalization.</param>
    /// <param name="train">The training rows only.</param>
    /// <exception cref="ModelException">The rows do not fit the kind of normalization.</exception>
    public static Normalizer Fit(NormalizationKind kind, Dataset train) =>
        kind == NormalizationKind.Texture ? new TextureMaps(train) : new RowNormalizer(kind, train);

    /// <summary>Returns whether model units, one-hot units included, lie in [0, 1] on the rows that the normalizer was fitted to.</summary>
    /// <param name="train">The rows that the normalizer was fitted to.</param>
    public virtual bool IsUnitOn(Dataset train) => false;

    /// <summary>Converts raw features, [batch, <see cref="RawSize"/>], to model units, [batch, <see cref="Size"/>].</summary>
    public abstract V Normalize<V>(V raw)
        where V : struct, IValue<V>;

    /// <summary>
    /// Converts model units, [batch, <see cref="Size"/>], to raw features, [batch, <see cref="RawSize"/>]; the category is
    /// that of the largest one-hot unit.
    /// </summary>
    public abstract V Denormalize<V>(V row)
        where V : struct, IValue<V>;

    /// <summary>
    /// Reduces values in model units to one value per raw feature: the value of a numeric column as it is, the sum over the
    /// one-hot units of a category, the mean over the maps at the position of a pixel.
    /// </summary>
    /// <param name="row">Values in the layout of model units, such as errors, [batch, <see cref="Size"/>].</param>
    /// <returns>[batch, <see cref="RawSize"/>].</returns>
    public abstract V PerFeature<V>(V row)
        where V : struct, IValue<V>;

    /// <summary>
    /// Computes the mean training row in model units, over normalised rows: before normalization, a logarithm or a category
    /// has no mean.
    /// </summary>
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
