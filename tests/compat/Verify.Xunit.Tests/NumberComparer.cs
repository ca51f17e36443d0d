using System.Globalization;

namespace VerifyCompat.Tests;

/// <summary>Takes two rows of numbers for equal when no number is off by more than a tenth.</summary>
internal static class NumberComparer
{
    public static Task<CompareResult> Compare(string received, string verified, IReadOnlyDictionary<string, object> context)
    {
        var differences = Numbers(received).Zip(Numbers(verified), (left, right) => Math.Abs(left - right));
        var largest = differences.Max();
        return Task.FromResult(largest <= 0.1 + 1e-9
            ? CompareResult.Equal
            : CompareResult.NotEqual(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:0.0}")));
    }

    private static IEnumerable<double> Numbers(string text) =>
        text.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture));
}
