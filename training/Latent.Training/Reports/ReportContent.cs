using System.Text.Json;
using Latent.Bundles;
using Latent.Fitting;
using Latent.Training.Recommenders;
using Latent.Training.Sequences;

namespace Latent.Training.Reports;

/// <summary>What a report shows. Parts that a model does not have, or that nobody measured, are null or empty and left out.</summary>
internal sealed record ReportContent
{
    /// <summary>The bundle's manifest.</summary>
    public required BundleManifest Manifest { get; init; }

    /// <summary>The recipe, settled; null where it is not known.</summary>
    public JsonElement? Recipe { get; init; }

    /// <summary>What each epoch measured, at least one.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>How long it took, and on what.</summary>
    public RunRecord? Run { get; init; }

    /// <summary>The files of the model, in bytes.</summary>
    public required long ModelBytes { get; init; }

    /// <summary>Validation pictures over the epochs.</summary>
    public IReadOnlyList<ImageStrip> Film { get; init; } = [];

    /// <summary>Test pictures over their reconstructions, as PNG.</summary>
    public byte[]? Reconstructions { get; init; }

    /// <summary>Drawings from the prior, as PNG.</summary>
    public byte[]? Samples { get; init; }

    /// <summary>What a model of sequences writes; null for other models.</summary>
    public TextExamples? Texts { get; init; }

    /// <summary>Ways between test pictures.</summary>
    public IReadOnlyList<ImageStrip> Interpolations { get; init; } = [];

    /// <summary>Where the exported model finds test pictures strange, for models that know what is normal.</summary>
    public IReadOnlyList<ImageStrip> HeatMaps { get; init; } = [];

    /// <summary>Codes of test rows in a plane.</summary>
    public LatentMap? Map { get; init; }

    /// <summary>How much of a code is used.</summary>
    public CodeActivity? Activity { get; init; }

    /// <summary>What held-out users were recommended.</summary>
    public IReadOnlyList<RecommendationExample> Tastes { get; init; } = [];

    /// <summary>The anomaly scores of the validation rows.</summary>
    public IReadOnlyCollection<float> Scores { get; init; } = [];
}
