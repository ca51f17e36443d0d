using System.Globalization;
using System.Text.RegularExpressions;

namespace Latent.Tests;

/// <summary>
/// Compares texts word for word, except for numbers with a decimal point: those may differ by a tolerance, absolute on
/// numbers of unit scale and relative on larger ones, because other processors and GPUs round differently.
/// </summary>
internal sealed partial class TolerantComparer(double tolerance)
{
    /// <summary>The comparison, in the form that Verify takes.</summary>
    public Task<CompareResult> Compare(string received, string verified, IReadOnlyDictionary<string, object> context) =>
        Task.FromResult(FindDifference(received, verified) is { } difference ? CompareResult.NotEqual(difference) : CompareResult.Equal);

    /// <summary>Returns a description of the first difference, or null.</summary>
    public string? FindDifference(string received, string verified)
    {
        if (Number().Replace(received, "#") != Number().Replace(verified, "#"))
            return "The texts differ in more than their numbers.";
        return Numbers(received).Zip(Numbers(verified))
            .Where(pair => !(Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.Second))))
            .Select(
                pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First} differs from {pair.Second} by more than {tolerance}."))
            .FirstOrDefault();
    }

    private static IEnumerable<double> Numbers(string text) =>
        Number().Matches(text).Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"-?\d+\.\d+(?:E[+-]?\d+)?")]
    private static partial Regex Number();
}
