using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>A tree of random splits: a leaf, or a split with its two subtrees.</summary>
internal sealed class IsolationTree
{
    private const double EulerGamma = 0.5772156649015329;

    private int column;
    private float splitValue;
    private double leafDepth;
    private IsolationTree? below;
    private IsolationTree? above;

    /// <summary>Grows a tree.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Indices of the rows to use.</param>
    /// <param name="height">The maximum depth.</param>
    /// <param name="random">The generator that samples columns and values.</param>
    public static IsolationTree Grow(Dataset table, int[] rows, int height, ref SplitMix64 random)
    {
        var tree = new IsolationTree { leafDepth = AverageDepth(rows.Length) };
        if (height == 0 || rows.Length < 2 || !tree.TrySplit(table, rows, ref random))
            return tree;

        tree.below = Grow(table, [.. rows.Where(row => table.Row(row)[tree.column] < tree.splitValue)], height - 1, ref random);
        tree.above = Grow(table, [.. rows.Where(row => table.Row(row)[tree.column] >= tree.splitValue)], height - 1, ref random);
        return tree;
    }

    /// <summary>Returns the path length of a row: its depth, plus the average depth of the rows that share its leaf.</summary>
    public double DepthOf(ReadOnlySpan<float> row)
    {
        var depth = 0;
        var tree = this;
        for (; tree.below is not null; depth++)
            tree = row[tree.column] < tree.splitValue ? tree.below : tree.above!;
        return depth + tree.leafDepth;
    }

    /// <summary>Returns the average depth in a tree of <paramref name="rows"/> rows (Liu, Ting and Zhou 2008, equation 1).</summary>
    public static double AverageDepth(int rows) => rows switch
    {
        < 2 => 0,
        2 => 1,
        _ => (2 * (Math.Log(rows - 1) + EulerGamma)) - (2.0 * (rows - 1) / rows),
    };

    // Splits on a random column that varies; returns false if none does.
    private bool TrySplit(Dataset table, int[] rows, ref SplitMix64 random)
    {
        var first = random.Below(table.SampleSize);
        for (var i = 0; i < table.SampleSize; i++)
        {
            column = (first + i) % table.SampleSize;
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var row in rows)
                (low, high) = (MathF.Min(low, table.Row(row)[column]), MathF.Max(high, table.Row(row)[column]));
            splitValue = low + ((high - low) * ((random.Below(1 << 23) + 1) / (float)(1 << 23)));
            if (splitValue > low)
                return true;
        }

        return false;
    }
}
