using System.Text.Json;
using Latent.Bundles;
using Latent.Fitting;
using Latent.Training.Recommenders;
using Latent.Training.Sequences;

namespace Latent.Training.Reports;

/// <summary>The content of a report. Parts that do not apply or were not measured are null or empty, and are omitted.</summary>
internal sealed record ReportContent
{
    /// <summary>The bundle's manifest.</summary>
    public required BundleManifest Manifest { get; init; }

    /// <summary>The resolved recipe; null if unknown.</summary>
    public JsonElement? Recipe { get; init; }

    /// <summary>The metrics of each epoch, at least one.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>The record of the training run, with duration and environment.</summary>
    public RunRecord? Run { get; init; }

    /// <summary>The size of the model files, in bytes.</summary>
    public required long ModelBytes { get; init; }

    /// <summary>The reconstructions of validation images over the epochs.</summary>
    public IReadOnlyList<ImageStrip> ReconstructionStrips { get; init; } = [];

    /// <summary>Test images above their reconstructions, as PNG.</summary>
    public byte[]? Reconstructions { get; init; }

    /// <summary>Samples from the prior, as PNG.</summary>
    public byte[]? Samples { get; init; }

    /// <summary>The texts of a sequence model; null for other models.</summary>
    public TextExamples? Texts { get; init; }

    /// <summary>Interpolations between test images.</summary>
    public IReadOnlyList<ImageStrip> Interpolations { get; init; } = [];

    /// <summary>Heat maps of test images, for models trained on normal rows.</summary>
    public IReadOnlyList<ImageStrip> HeatMaps { get; init; } = [];

    /// <summary>The two-dimensional maps of the codes of test rows.</summary>
    public LatentMap? Map { get; init; }

    /// <summary>The activity of latents; null for models without sparse codes.</summary>
    public CodeActivity? Activity { get; init; }

    /// <summary>Recommendations for held-out users.</summary>
    public IReadOnlyList<RecommendationExample> Recommendations { get; init; } = [];

    /// <summary>The anomaly scores of the validation rows.</summary>
    public IReadOnlyCollection<float> Scores { get; init; } = [];
}
