using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>
/// The header of a checkpoint; the body holds the run record (<see cref="IRunRecord"/>) and the tensors. Seed, epoch and
/// step determine the random numbers of a step, so no generator state is stored.
/// </summary>
internal sealed record CheckpointHeader
{
    /// <summary>The settings of the run (<see cref="RunIdentity.Settings"/>).</summary>
    // The JSON name stays, so that checkpoints of earlier versions resume.
    [JsonPropertyName("Recipe")]
    public required JsonObject Settings { get; init; }

    /// <summary>The digest of the rows.</summary>
    public required string DataDigest { get; init; }

    /// <summary>The current epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The number of completed steps in the current epoch.</summary>
    public required int Step { get; init; }

    /// <summary>The duration of these steps, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The losses of these steps.</summary>
    public required LossSums Losses { get; init; }

    /// <summary>The metrics of the completed epochs.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>The number of steps in the weight average; 0 without averaging.</summary>
    public required long AveragedSteps { get; init; }

    /// <summary>The lowest loss of early stopping; infinity before the first loss.</summary>
    public required double LowestLoss { get; init; }

    /// <summary>The number of epochs since the lowest loss.</summary>
    public required int WaitedEpochs { get; init; }
}
