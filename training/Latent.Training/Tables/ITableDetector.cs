using Latent.Data;

namespace Latent.Training.Tables;

/// <summary>Learns what rows of a table are like, and scores others.</summary>
public interface ITableDetector
{
    /// <summary>What tables of results call it.</summary>
    string Name { get; }

    /// <summary>Learns from rows; what is returned scores other rows of the same columns, higher is stranger.</summary>
    /// <param name="train">The rows; their labels are not looked at.</param>
    /// <param name="seed">Of every random choice.</param>
    /// <param name="cancellation">Ends the learning.</param>
    Func<Dataset, float[]> Learn(Dataset train, ulong seed, CancellationToken cancellation);
}
