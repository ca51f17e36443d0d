using Latent.Data;

namespace Latent.Training.Tables;

/// <summary>An anomaly detector for tables: fits on rows, and scores others.</summary>
public interface ITableDetector
{
    /// <summary>The name in result tables.</summary>
    string Name { get; }

    /// <summary>Fits the detector.</summary>
    /// <param name="train">The training rows; labels are ignored.</param>
    /// <param name="seed">The seed of all random choices.</param>
    /// <param name="cancellation">Cancels the training.</param>
    /// <returns>A function that scores rows with the same columns; higher is more anomalous.</returns>
    Func<Dataset, float[]> Learn(Dataset train, ulong seed, CancellationToken cancellation);
}
