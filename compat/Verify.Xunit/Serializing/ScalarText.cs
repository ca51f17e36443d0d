using System.Globalization;

namespace VerifyTests;

/// <summary>Values that need no brackets.</summary>
internal static class ScalarText
{
    public static string? Of(object value, VerifySettings settings, Counter counter) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        float number => WithPoint(number, number.ToString("R", CultureInfo.InvariantCulture)),
        double number => WithPoint(number, number.ToString("R", CultureInfo.InvariantCulture)),
        decimal number => WithPoint(0, number.ToString(CultureInfo.InvariantCulture)),
        Guid guid => settings.ScrubGuidValues ? counter.Name(guid) : guid.ToString("D"),
        DateTime date => settings.ScrubDateValues ? counter.Name(date) : Date(date),
        DateTimeOffset date => settings.ScrubDateValues ? counter.Name(date) : Date(date.DateTime) + Offset(date.Offset),
        DateOnly date => settings.ScrubDateValues ? counter.Name(date) : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => settings.ScrubDateValues ? counter.Name(time) : time.ToString("h:mm tt", CultureInfo.InvariantCulture),
        char or Enum or TimeSpan or Version or Uri or Type => value.ToString(),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable number when value.GetType().IsPrimitive || value is Int128 or UInt128 or Half or System.Numerics.BigInteger =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string WithPoint(double value, string text) =>
        !double.IsFinite(value) || text.AsSpan().IndexOfAny('.', 'E', 'e') >= 0 ? text : $"{text}.0";

    private static string Date(DateTime value)
    {
        var format = value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
            : value is { Second: 0, Millisecond: 0 } ? "yyyy-MM-dd HH:mm"
            : value.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss"
            : "yyyy-MM-dd HH:mm:ss.FFFFFFF";
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return value.Kind == DateTimeKind.Unspecified ? text : $"{text} {value.Kind}";
    }

    private static string Offset(TimeSpan value) =>
        $" {(value < TimeSpan.Zero ? '-' : '+')}{Math.Abs(value.Hours)}{(value.Minutes == 0 ? "" : $"-{Math.Abs(value.Minutes)}")}";
}
