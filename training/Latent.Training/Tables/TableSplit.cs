using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>A table divided for one trial.</summary>
/// <param name="Train">What a detector learns from.</param>
/// <param name="Normal">Normal rows of the test.</param>
/// <param name="Anomalies">Anomalies of the test.</param>
internal sealed record TableSplit(Dataset Train, Dataset Normal, Dataset Anomalies)
{
    private const double TrainShare = 0.6;
    private const ulong NormalStream = 0;
    private const ulong AnomalyStream = 1;

    /// <summary>Divides a table; of normal rows and anomalies the same share goes to each part.</summary>
    /// <param name="table">Rows labelled 0, normal, or anything else, an anomaly.</param>
    /// <param name="protocol">What may be learnt from.</param>
    /// <param name="seed">Chooses the rows.</param>
    /// <exception cref="DataException">There are no labels, or too few rows of one kind.</exception>
    public static TableSplit Create(Dataset table, TableProtocol protocol, ulong seed)
    {
        var labels = table.Labels ?? throw new DataException("The table has no labels, so nothing can be measured.", table.Name, "an array y in the .npz file, or a column of labels", "none", "Name the column of labels: --label COLUMN.");
        var normal = Shuffled(labels, label => label == 0, seed, NormalStream);
        var anomalies = Shuffled(labels, label => label != 0, seed, AnomalyStream);
        if (normal.Length < 4 || anomalies.Length < 2)
            throw new DataException("The table has too few rows of one kind.", table.Name, "at least 4 rows labelled 0 (normal) and 2 others", $"{normal.Length} and {anomalies.Length}");

        var normalShare = protocol == TableProtocol.Unsupervised ? Share(normal, TrainShare) : normal.Length / 2;
        var anomalyShare = protocol == TableProtocol.Unsupervised ? Share(anomalies, TrainShare) : 0;
        int[] train = [.. normal[..normalShare], .. anomalies[..anomalyShare]];
        return new(table.Subset(train), table.Subset(normal[normalShare..]), table.Subset(anomalies[anomalyShare..]));
    }

    // At least one stays for the test.
    private static int Share(int[] rows, double share) => Math.Min(rows.Length - 1, (int)Math.Round(share * rows.Length));

    private static int[] Shuffled(int[] labels, Predicate<int> isChosen, ulong seed, ulong stream)
    {
        int[] chosen = [.. Enumerable.Range(0, labels.Length).Where(row => isChosen(labels[row]))];
        SeededShuffle.Shuffle<int>(chosen, seed, stream);
        return chosen;
    }
}
