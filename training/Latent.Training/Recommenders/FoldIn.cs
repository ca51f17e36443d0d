using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Recommenders;

/// <summary>Splits the ratings of held-out users into ratings that the model receives and hidden ratings that it has to predict.</summary>
/// <param name="share">The share of ratings that the model receives, more than 0, less than 1.</param>
/// <param name="seed">The seed of the split.</param>
public sealed class FoldIn(double share, ulong seed)
{
    /// <summary>Splits every row. Of two or more ratings, at least one is seen and at least one hidden.</summary>
    /// <param name="rows">Rows of ratings.</param>
    /// <returns>
    /// The seen and the hidden ratings of each row, 0 where there is none, and the indices of rows with at least one of each.
    /// </returns>
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

    // The positions of the hidden ratings.
    private ReadOnlySpan<int> Choose(ReadOnlySpan<float> row, int rowIndex)
    {
        var rated = new List<int>();
        for (var position = 0; position < row.Length; position++)
        {
            if (row[position] > 0)
                rated.Add(position);
        }

        var positions = rated.ToArray();
        SeededShuffle.Shuffle(positions.AsSpan(), seed, stream: (ulong)rowIndex + 1);
        return positions.Length < 2 ? [] : positions.AsSpan(0, Math.Max(1, (int)((1 - share) * positions.Length + Rounding)));
    }

    // In floating point, (1 - 0.8) x 10 is slightly less than 2.
    private const double Rounding = 1e-9;
}
