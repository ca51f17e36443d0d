using Latent.Training.Objectives;

namespace Latent.Training.Fitting;

/// <summary>Averages the losses of batches, weighted by their rows.</summary>
internal sealed class LossMeter
{
    private double _loss;
    private double _reconstruction;
    private double? _divergence;
    private long _rows;

    /// <summary>Adds a batch.</summary>
    /// <returns>The loss of the batch.</returns>
    public double Add(LossTerms terms, long rows)
    {
        var loss = terms.Loss.item<float>();
        _loss += loss * (double)rows;
        _reconstruction += terms.Reconstruction.item<float>() * (double)rows;
        if (terms.Divergence is { } divergence)
            _divergence = (_divergence ?? 0) + (divergence.item<float>() * (double)rows);
        _rows += rows;
        return loss;
    }

    public LossValues Mean() => new(_loss / _rows, _reconstruction / _rows, _divergence / _rows);
}
