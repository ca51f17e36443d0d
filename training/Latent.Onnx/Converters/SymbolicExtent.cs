using System.Globalization;

namespace Latent.Onnx.Converters;

/// <summary>
/// Symbols for extents that layers divide or multiply. Factors are combined, so that layers that halve three times and one
/// that divides by eight agree: ⌈⌈n/2⌉/4⌉ is ⌈n/8⌉.
/// </summary>
internal static class SymbolicExtent
{
    private const string Ceiling = "ceil(";

    /// <summary>A symbolic extent divided by a number, rounded up: <c>ceil(height/8)</c>.</summary>
    public static Dim Divide(Dim dim, long divisor)
    {
        var symbol = dim.Symbol!;
        var slash = symbol.LastIndexOf('/');
        return symbol.StartsWith(Ceiling, StringComparison.Ordinal) && slash > 0 && Number(symbol[(slash + 1)..^1]) is { } before
            ? Dim.Symbolic($"{symbol[..slash]}/{before * divisor})")
            : Dim.Symbolic($"{Ceiling}{symbol}/{divisor})");
    }

    /// <summary>A symbolic extent times a number: <c>8*rows</c>.</summary>
    public static Dim Multiply(Dim dim, long factor)
    {
        var symbol = dim.Symbol!;
        var star = symbol.IndexOf('*', StringComparison.Ordinal);
        return star > 0 && Number(symbol[..star]) is { } before
            ? Dim.Symbolic($"{before * factor}{symbol[star..]}")
            : Dim.Symbolic($"{factor}*{symbol}");
    }

    /// <summary>An extent plus an offset: <c>width+3</c>.</summary>
    public static Dim Add(Dim dim, long more) =>
        more == 0 ? dim : dim.Extent is { } extent ? extent + more : Dim.Symbolic(more < 0 ? $"{dim}{more}" : $"{dim}+{more}");

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
