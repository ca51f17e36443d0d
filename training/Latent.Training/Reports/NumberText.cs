using System.Globalization;

namespace Latent.Training.Reports;

/// <summary>Formats numbers for people, independent of culture.</summary>
public static class NumberText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Formats with four significant digits: <c>105.2</c>, <c>0.004932</c>, <c>1.2e-07</c>.</summary>
    public static string Short(double value) => Math.Abs(value) >= 10_000 && double.IsFinite(value)
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>Formats a count: <c>652,824</c>.</summary>
    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Formats a size: <c>9.9 MB</c>.</summary>
    public static string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1000 && unit < Units.Length - 1; unit++)
            size /= 1000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{size.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }

    /// <summary>Formats a duration: <c>7.2 s</c>, <c>3 min 05 s</c>, <c>2 h 40 min</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => $"{time.Minutes} min {time.Seconds:00} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes:00} min",
    };

    /// <summary>Formats with round-trip precision.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
