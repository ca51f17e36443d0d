using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>A tree of random cuts: a leaf, or a cut and what lies on either side of it.</summary>
internal sealed class IsolationTree
{
    private const double EulerGamma = 0.5772156649015329;

    private int column;
    private float cut;
    private double restDepth;
    private IsolationTree? below;
    private IsolationTree? above;

    /// <summary>Grows a tree.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which of its rows.</param>
    /// <param name="height">How many cuts may follow each other.</param>
    /// <param name="random">Draws columns and values.</param>
    public static IsolationTree Grow(Dataset table, int[] rows, int height, ref SplitMix64 random)
    {
        var tree = new IsolationTree { restDepth = AverageDepth(rows.Length) };
        if (height == 0 || rows.Length < 2 || !tree.Cut(table, rows, ref random))
            return tree;

        tree.below = Grow(table, [.. rows.Where(row => table.Row(row)[tree.column] < tree.cut)], height - 1, ref random);
        tree.above = Grow(table, [.. rows.Where(row => table.Row(row)[tree.column] >= tree.cut)], height - 1, ref random);
        return tree;
    }

    /// <summary>How many cuts set a row apart; for the rows that a leaf still holds together, as many more as usual.</summary>
    public double DepthOf(ReadOnlySpan<float> row)
    {
        var depth = 0;
        var tree = this;
        for (; tree.below is not null; depth++)
            tree = row[tree.column] < tree.cut ? tree.below : tree.above!;
        return depth + tree.restDepth;
    }

    /// <summary>The average depth of a row in a tree of so many (equation 1 of the paper).</summary>
    public static double AverageDepth(int rows) => rows switch
    {
        < 2 => 0,
        2 => 1,
        _ => (2 * (Math.Log(rows - 1) + EulerGamma)) - (2.0 * (rows - 1) / rows),
    };

    // Among the columns that vary; false where none does.
    private bool Cut(Dataset table, int[] rows, ref SplitMix64 random)
    {
        var first = random.Below(table.SampleSize);
        for (var i = 0; i < table.SampleSize; i++)
        {
            column = (first + i) % table.SampleSize;
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var row in rows)
                (low, high) = (MathF.Min(low, table.Row(row)[column]), MathF.Max(high, table.Row(row)[column]));
            cut = low + ((high - low) * ((random.Below(1 << 23) + 1) / (float)(1 << 23)));
            if (cut > low)
                return true;
        }

        return false;
    }
}
