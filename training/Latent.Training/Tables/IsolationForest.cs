using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>
/// Isolation forest (Liu, Ting and Zhou, "Isolation forest", 2008), the baseline: trees cut 256 random rows at random
/// values of random columns, and a row that few cuts set apart is strange. 100 trees.
/// </summary>
public sealed class IsolationForest : ITableDetector
{
    private const int Trees = 100;
    private const int SampleSize = 256;

    /// <inheritdoc/>
    public string Name => "isolation forest";

    /// <inheritdoc/>
    public Func<Dataset, float[]> Learn(Dataset train, ulong seed, CancellationToken cancellation)
    {
        var random = new SplitMix64(seed, stream: 0);
        var size = Math.Min(SampleSize, train.Count);
        var trees = new IsolationTree[Trees];
        for (var i = 0; i < Trees; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = SeededShuffle.Permutation(train.Count, seed, stream: (ulong)i + 1)[..size];
            trees[i] = IsolationTree.Grow(train, rows, (int)Math.Ceiling(Math.Log2(size)), ref random);
        }

        var usual = IsolationTree.AverageDepth(size);
        return rows => [.. Enumerable.Range(0, rows.Count).Select(row => Score(trees, rows.Row(row), usual))];
    }

    private static float Score(IsolationTree[] trees, ReadOnlySpan<float> row, double usual)
    {
        var depth = 0.0;
        foreach (var tree in trees)
            depth += tree.DepthOf(row);
        return (float)Math.Pow(2, -depth / Trees / usual);
    }
}
