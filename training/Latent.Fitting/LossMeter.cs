namespace Latent.Fitting;

/// <summary>Averages the losses of batches, weighted by their number of rows.</summary>
/// <param name="before">The initial sums.</param>
internal sealed class LossMeter(LossSums before)
{
    private readonly List<string> names = [.. before.Terms.Select(term => term.Key)];
    private readonly List<double> sums = [.. before.Terms.Select(term => term.Value)];
    private double lossSum = before.Loss;
    private long rowCount = before.Rows;

    /// <summary>The sums so far.</summary>
    public LossSums Sums => new(lossSum, rowCount, [.. names.Zip(sums, KeyValuePair.Create)]);

    /// <summary>Adds a batch.</summary>
    /// <returns>The loss of the batch.</returns>
    public double Add(LossTerms terms, long rows)
    {
        var loss = terms.Loss.item<float>();
        lossSum += loss * (double)rows;
        rowCount += rows;
        for (var i = 0; i < terms.Terms.Count; i++)
        {
            if (i == names.Count)
            {
                names.Add(terms.Terms[i].Name);
                sums.Add(0);
            }

            sums[i] += terms.Terms[i].Value.item<float>() * (double)rows;
        }

        return loss;
    }

    public LossValues Mean() => new(
        lossSum / rowCount,
        [.. names.Zip(sums, (name, sum) => KeyValuePair.Create(name, sum / rowCount))]);
}
