using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Tables;

/// <summary>
/// Isolation forest (Liu, Ting and Zhou, "Isolation forest", 2008), the baseline: each of 100 trees splits 256 random rows at
/// random values of random columns. A row that few splits isolate is anomalous.
/// </summary>
public sealed class IsolationForest : ITableDetector
{
    // The defaults of the paper.
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

        var averageDepth = IsolationTree.AverageDepth(size);
        return rows => [.. Enumerable.Range(0, rows.Count).Select(row => Score(trees, rows.Row(row), averageDepth))];
    }

    private static float Score(IsolationTree[] trees, ReadOnlySpan<float> row, double averageDepth)
    {
        var depth = 0.0;
        foreach (var tree in trees)
            depth += tree.DepthOf(row);
        return (float)Math.Pow(2, -depth / Trees / averageDepth);
    }
}
