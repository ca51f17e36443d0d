using Latent.Training.Objectives;

namespace Latent.Training.Fitting;

/// <summary>Averages the losses of batches, weighted by their rows.</summary>
internal sealed class LossMeter
{
    private double lossSum;
    private double reconstructionSum;
    private double? divergenceSum;
    private long rowCount;

    /// <summary>Adds a batch.</summary>
    /// <returns>The loss of the batch.</returns>
    public double Add(LossTerms terms, long rows)
    {
        var loss = terms.Loss.item<float>();
        lossSum += loss * (double)rows;
        reconstructionSum += terms.Reconstruction.item<float>() * (double)rows;
        if (terms.Divergence is { } divergence)
            divergenceSum = (divergenceSum ?? 0) + (divergence.item<float>() * (double)rows);
        rowCount += rows;
        return loss;
    }

    public LossValues Mean() => new(lossSum / rowCount, reconstructionSum / rowCount, divergenceSum / rowCount);
}
