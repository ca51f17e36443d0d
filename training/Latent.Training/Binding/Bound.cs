using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Latent.Training.Binding;

/// <summary>One end of the range of a number in a recipe, or of each number of a list.</summary>
/// <param name="Description">How an error message puts it: <c>at least 1</c>.</param>
/// <param name="Allows">Whether a number keeps to it.</param>
internal sealed record Bound(string Description, Func<double, bool> Allows)
{
    /// <summary>The finite ends of a range.</summary>
    public static IEnumerable<Bound> From(RangeAttribute range)
    {
        var minimum = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        var maximum = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        if (double.IsFinite(minimum))
            yield return range.MinimumIsExclusive
                ? new(Describe("more than", minimum), value => value > minimum)
                : new(Describe("at least", minimum), value => value >= minimum);
        if (double.IsFinite(maximum))
            yield return range.MaximumIsExclusive
                ? new(Describe("less than", maximum), value => value < maximum)
                : new(Describe("at most", maximum), value => value <= maximum);
    }

    private static string Describe(string relation, double limit) => string.Create(CultureInfo.InvariantCulture, $"{relation} {limit}");
}
