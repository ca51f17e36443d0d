using Latent.Onnx;
using Latent.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>
/// Scales raw features to model units and back: (x - offset) · scale. It is part of the model, so that every
/// exported graph takes raw features and no consumer normalises again.
/// </summary>
public sealed class Normalizer : Module
{
    private readonly Tensor? offset;
    private readonly Tensor? scale;

    private Normalizer(NormalizationKind kind, float[] offset, float[] scale)
        : base(nameof(Normalizer))
    {
        Kind = kind;
        if (offset.Length > 0)
            register_buffer("offset", this.offset = tensor(offset).DetachFromDisposeScope());
        if (scale.Length > 0)
            register_buffer("scale", this.scale = tensor(scale).DetachFromDisposeScope());
    }

    /// <summary>How the scale was chosen.</summary>
    public NormalizationKind Kind { get; }

    /// <summary>Measures offset and scale on the training rows; a feature that never changes keeps the scale 1.</summary>
    /// <param name="kind">How to choose the scale.</param>
    /// <param name="train">The training rows, and no others.</param>
    public static Normalizer Fit(NormalizationKind kind, Dataset train)
    {
        var (offset, scale) = kind switch
        {
            NormalizationKind.Standardize => FeatureStatistics.Standardize(train),
            NormalizationKind.MinMax => FeatureStatistics.MinMax(train),
            NormalizationKind.Max => ([], [1 / train.Range.Maximum]),
            _ => ([], []),
        };
        return new Normalizer(kind, offset, scale);
    }

    /// <summary>Raw features [batch, ...] in model units.</summary>
    public V Normalize<V>(V raw)
        where V : struct, IValue<V> => Kind switch
        {
            NormalizationKind.None => raw,
            NormalizationKind.Presence => raw.Relu().Sign(),
            NormalizationKind.Max => raw * raw.Weight(scale!),
            _ => (raw - raw.Weight(offset!)) * raw.Weight(scale!),
        };

    /// <summary>Model units [batch, ...] as raw features.</summary>
    public V Denormalize<V>(V scaled)
        where V : struct, IValue<V> => Kind switch
        {
            NormalizationKind.None or NormalizationKind.Presence => scaled,
            NormalizationKind.Max => scaled / scaled.Weight(scale!),
            _ => (scaled / scaled.Weight(scale!)) + scaled.Weight(offset!),
        };

    /// <summary>The mean training row in model units.</summary>
    /// <param name="train">The training rows.</param>
    /// <returns>[features].</returns>
    public Tensor MeanOf(Dataset train) => Kind == NormalizationKind.Presence
        ? tensor(FeatureStatistics.ShareAboveZero(train), dtype: ScalarType.Float32)
        : Normalize<TensorValue>(tensor(FeatureStatistics.Mean(train), dtype: ScalarType.Float32)).Tensor;
}
