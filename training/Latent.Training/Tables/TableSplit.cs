using Latent.Data;
using Latent.Files;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>The split of a table for one trial.</summary>
/// <param name="Train">The training rows.</param>
/// <param name="Normal">The normal test rows.</param>
/// <param name="Anomalies">The anomalous test rows.</param>
internal sealed record TableSplit(Dataset Train, Dataset Normal, Dataset Anomalies)
{
    private const double TrainShare = 0.6;
    private const ulong NormalStream = 0;
    private const ulong AnomalyStream = 1;

    /// <summary>Splits a table; the unsupervised protocol is stratified by normal rows and anomalies.</summary>
    /// <param name="table">Labelled rows: 0 is normal, any other label is an anomaly.</param>
    /// <param name="protocol">The rows to train on.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <exception cref="DataException">There are no labels, or too few normal rows or anomalies.</exception>
    public static TableSplit Create(Dataset table, TableProtocol protocol, ulong seed)
    {
        var labels = table.Labels ?? throw new DataException(
            "The table has no labels to evaluate against.",
            table.Name,
            "an array y in the .npz file, or a label column",
            "none",
            "Name the label column: --label COLUMN.");
        var normal = Shuffled(labels, label => label == 0, seed, NormalStream);
        var anomalies = Shuffled(labels, label => label != 0, seed, AnomalyStream);
        if (normal.Length < 4 || anomalies.Length < 2)
        {
            throw new DataException(
                "The table has too few normal rows or anomalies.",
                table.Name,
                "at least 4 rows labelled 0 (normal) and 2 others",
                $"{normal.Length} and {anomalies.Length}");
        }

        var normalShare = protocol == TableProtocol.Unsupervised ? Share(normal, TrainShare) : normal.Length / 2;
        var anomalyShare = protocol == TableProtocol.Unsupervised ? Share(anomalies, TrainShare) : 0;
        int[] train = [.. normal[..normalShare], .. anomalies[..anomalyShare]];
        return new(table.Subset(train), table.Subset(normal[normalShare..]), table.Subset(anomalies[anomalyShare..]));
    }

    // At least one row remains for the test set.
    private static int Share(int[] rows, double share) => Math.Min(rows.Length - 1, (int)Math.Round(share * rows.Length));

    private static int[] Shuffled(int[] labels, Predicate<int> isChosen, ulong seed, ulong stream)
    {
        int[] chosen = [.. Enumerable.Range(0, labels.Length).Where(row => isChosen(labels[row]))];
        SeededShuffle.Shuffle<int>(chosen, seed, stream);
        return chosen;
    }
}
