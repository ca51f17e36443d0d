using Latent.Data;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Recommenders;

/// <summary>
/// A linear model from items to items in closed form (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data",
/// 2019): B = -P / diag(P) with a diagonal of 0, where P = (XᵀX + λI)⁻¹ and X is the binary user-item matrix.
/// </summary>
public sealed class EaseBaseline : IDisposable
{
    private const int RowsAtOnce = 1024;

    private static readonly double[] Penalties = [20, 50, 100, 200, 500, 1000, 2000];

    private readonly Tensor weights;        // [items, items]
    private readonly int items;

    private EaseBaseline(Tensor gram, double penalty)
    {
        using var scope = NewDisposeScope();
        items = (int)gram.shape[0];
        var inverse = linalg.inv(gram.Plus(eye(items, dtype: ScalarType.Float64) * Scalars.Get(penalty)));
        var solution = -inverse / inverse.diagonal();
        weights = (solution * eye(items, dtype: ScalarType.Float64).OneMinus()).to(ScalarType.Float32).DetachFromDisposeScope();
        Penalty = penalty;
    }

    /// <summary>λ.</summary>
    public double Penalty { get; }

    /// <summary>
    /// Fits a model to the training users for each λ of a list, and keeps the one with the best <c>ndcg@100</c> on the
    /// validation users.
    /// </summary>
    /// <param name="data">The users, split into training, validation and test users; the test users are not used.</param>
    /// <param name="spec">How the ratings of held-out users are split.</param>
    public static EaseBaseline Fit(DataSplits data, HeldOutSpec spec)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var gram = GramOf(data.Train);
        var (best, bestGain) = ((EaseBaseline?)null, double.NegativeInfinity);
        foreach (var penalty in Penalties)
        {
            var candidate = new EaseBaseline(gram, penalty);
            var gain = HeldOutUsers.Measure(candidate.Score, data.Validation, spec)["ndcg@100"];
            var (kept, dropped) = gain > bestGain ? (candidate, best) : (best, candidate);
            (best, bestGain) = (kept, Math.Max(gain, bestGain));
            dropped?.Dispose();
        }

        return best!;
    }

    /// <summary>Returns a score per row and item.</summary>
    public float[] Score(ReadOnlySpan<float> rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return tensor(rows.ToArray(), [rows.Length / items, items]).sign().matmul(weights).data<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => weights.Dispose();

    private static Tensor GramOf(Dataset train)
    {
        var gram = zeros([train.SampleSize, train.SampleSize], dtype: ScalarType.Float64);
        for (var start = 0; start < train.Count; start += RowsAtOnce)
        {
            using var scope = NewDisposeScope();
            var chunk = train.Rows(start..Math.Min(train.Count, start + RowsAtOnce)).ToArray();
            var x = tensor(chunk, [chunk.Length / train.SampleSize, train.SampleSize]).sign().to(ScalarType.Float64);
            gram.Accumulate(x.t().matmul(x));
        }

        return gram;
    }
}
