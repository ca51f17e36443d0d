using System.Globalization;
using System.Text.RegularExpressions;

namespace Latent.Files;

/// <summary>The header of a <c>.npy</c> file: a Python dictionary with exactly three keys.</summary>
internal sealed partial record NpyHeader(string Descr, bool FortranOrder, int[] Shape)
{
    public static NpyHeader? TryParse(string text)
    {
        var (descr, order, shape) = (DescrPattern().Match(text), OrderPattern().Match(text), ShapePattern().Match(text));
        if (!descr.Success || !order.Success || !shape.Success) return null;
        var sizes = new List<int>();
        foreach (var part in shape.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
            sizes.Add(size);
        }

        return new(descr.Groups[1].Value, order.Groups[1].Value == "True", [.. sizes]);
    }

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"]([^'"]*)['"]""")]
    private static partial Regex DescrPattern();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(True|False)""")]
    private static partial Regex OrderPattern();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([^)]*)\)""")]
    private static partial Regex ShapePattern();
}
