using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Recommenders;

/// <summary>Divides the ratings of held-out users: what a model sees, and what it has to find.</summary>
/// <param name="share">The share that it sees, more than 0, less than 1.</param>
/// <param name="seed">Decides which.</param>
internal sealed class FoldIn(double share, ulong seed)
{
    /// <summary>Divides every row. At least one rating is seen and at least one hidden, where there are two.</summary>
    /// <param name="rows">Rows of ratings.</param>
    /// <returns>What is seen of each row and what is hidden, 0 elsewhere, and the rows that have something to see and to find.</returns>
    public (Dataset Seen, Dataset Hidden, IReadOnlyList<int> Users) Divide(Dataset rows)
    {
        var (seen, hidden) = ((float[])rows.Values.Clone(), new float[rows.Values.Length]);
        var users = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var position in Choose(rows.Row(row), row))
                (seen[(row * rows.SampleSize) + position], hidden[(row * rows.SampleSize) + position]) = (0, rows.Row(row)[position]);
            if (rows.SampleSize - rows.Row(row).Count(0f) > 1)
                users.Add(row);
        }

        return (rows.With(seen), rows.With(hidden), users);
    }

    // Places of the ratings to be found.
    private ReadOnlySpan<int> Choose(ReadOnlySpan<float> row, int number)
    {
        var rated = new List<int>();
        for (var position = 0; position < row.Length; position++)
        {
            if (row[position] > 0)
                rated.Add(position);
        }

        var positions = rated.ToArray();
        SeededShuffle.Shuffle(positions.AsSpan(), seed, stream: (ulong)number + 1);
        return positions.Length < 2 ? [] : positions.AsSpan(0, Math.Max(1, (int)((1 - share) * positions.Length + Rounding)));
    }

    // (1 - 0.8) x 10 is a little less than 2.
    private const double Rounding = 1e-9;
}
