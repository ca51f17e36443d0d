using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Reasons for verdicts, and rows that come as text.</content>
public sealed partial class Autoencoder
{
    private const int UsualCauses = 3;

    private readonly Lazy<TableFormat> table;

    /// <summary>The columns of a row, to read rows that come as text.</summary>
    /// <exception cref="BundleException">The bundle's vocabulary is damaged.</exception>
    public TableFormat Table => table.Value;

    /// <summary>Says of each row whether it is an anomaly, and which features say so.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">Where anomalies begin. Default: <see cref="DefaultThreshold"/>.</param>
    /// <param name="causes">How many features are named for each row, 1 or more. Default: 3.</param>
    /// <returns>One explanation a row, in order.</returns>
    /// <exception cref="InputException">The bundle does not list the quantile, or less than one cause is asked for.</exception>
    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<float> rows, Threshold? threshold = null, int causes = UsualCauses)
    {
        if (causes < 1)
            throw new InputException(
                "There is nothing to name.", "Explain", nameof(causes), "1 or more", causes.ToString(CultureInfo.InvariantCulture), "ask for at least one cause, or call Detect.");

        var limit = thresholds.Resolve(threshold ?? DefaultThreshold);
        var scores = Score(rows, withErrors: true);
        var explanations = new Explanation[scores.Count];
        for (var row = 0; row < explanations.Length; row++)
        {
            var errors = scores.Errors.AsSpan(row * InputSize, InputSize);
            explanations[row] = new(new(row, scores.Values[row], limit), LargestErrors.Find(errors, causes, Table.NameOf));
        }
        return explanations;
    }
}
