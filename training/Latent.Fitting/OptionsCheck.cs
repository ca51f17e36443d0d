using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Latent.Fitting;

/// <summary>Checks options against the ranges that their properties declare.</summary>
internal static class OptionsCheck
{
    /// <summary>Rejects the first value that is out of range.</summary>
    /// <param name="options">The options; options inside them are checked too.</param>
    /// <param name="parameter">The name of the caller's parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static void Check(object options, string parameter)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var value = property.GetValue(options);
            if (property.GetCustomAttribute<RangeAttribute>() is { } range && value is not null && !IsWithin(range, value))
                throw new ArgumentOutOfRangeException(
                    parameter,
                    value,
                    $"{options.GetType().Name}.{property.Name} must be {Describe(range)}.");
            if (value is not null && property.PropertyType.Assembly == typeof(OptionsCheck).Assembly && property.PropertyType.IsClass)
                Check(value, parameter);
        }
    }

    // [Range(0, 1)] declares whole numbers, and its own check rounds values to whole numbers first.
    private static bool IsWithin(RangeAttribute range, object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var (minimum, maximum) = Limits(range);
        return double.IsFinite(number)
            && (range.MinimumIsExclusive ? number > minimum : number >= minimum)
            && (range.MaximumIsExclusive ? number < maximum : number <= maximum);
    }

    private static (double Minimum, double Maximum) Limits(RangeAttribute range) =>
        (Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));

    private static string Describe(RangeAttribute range)
    {
        var (minimum, maximum) = Limits(range);
        var lower = string.Create(CultureInfo.InvariantCulture, $"{(range.MinimumIsExclusive ? "more than" : "at least")} {minimum}");
        return double.IsFinite(maximum)
            ? string.Create(CultureInfo.InvariantCulture, $"{lower} and {(range.MaximumIsExclusive ? "less than" : "at most")} {maximum}")
            : lower;
    }
}
