using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>The header of a checkpoint; its body holds what the run recorded (<see cref="IRunRecord"/>) and the tensors. Which draws a step makes follows from seed, epoch and step, so no generator is part of it.</summary>
internal sealed record CheckpointHeader
{
    /// <summary>The settings of the run (<see cref="RunIdentity.Settings"/>).</summary>
    [JsonPropertyName("Recipe")]
    public required JsonObject Settings { get; init; }

    /// <summary>Digest of the rows.</summary>
    public required string DataDigest { get; init; }

    /// <summary>The epoch under way, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The steps of this epoch that are done.</summary>
    public required int Step { get; init; }

    /// <summary>How long they took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Their losses.</summary>
    public required LossSums Losses { get; init; }

    /// <summary>What the finished epochs measured.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>Steps in the average of the weights; 0 where there is none.</summary>
    public required long AveragedSteps { get; init; }

    /// <summary>The lowest loss that early stopping saw; infinite where it saw none.</summary>
    public required double LowestLoss { get; init; }

    /// <summary>Epochs since then.</summary>
    public required int WaitedEpochs { get; init; }
}
