using System.Globalization;
using Latent.Files;

namespace Latent.Cli;

/// <summary>A reference to one row of an input: <c>INPUT:ROW</c> with 0-based rows, or an input with a single row.</summary>
/// <param name="Input">The input.</param>
/// <param name="Row">The 0-based row; null if the input must have exactly one.</param>
internal sealed record RowReference(string Input, long? Row)
{
    public static RowReference Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && !Path.Exists(text)
            && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(text[..colon], row)
            : new(text, null);
    }

    /// <summary>Reads the values of the row.</summary>
    /// <exception cref="DataException">The row does not exist, or no row is specified and the input has several.</exception>
    public float[] Read(RowSources sources, RowSpec spec)
    {
        var seen = 0L;
        float[]? found = null;
        foreach (var part in sources.Open([Input]).Read())
        {
            var count = part.Values.Length / spec.Size;
            if ((Row ?? 0) - seen is var position and >= 0 && position < count)
                found = part.Values.Slice((int)position * spec.Size, spec.Size).ToArray();
            seen += count;
            if (found is not null && Row is not null)
                return found;
        }

        if (Row is { } missing)
            throw new DataException("The row does not exist.", Input, $"a row from 0 to {seen - 1}", $"{missing}");
        return seen == 1
            ? found!
            : throw new DataException(
                "The input has several rows.", Input, "one row", $"{seen} rows", $"Specify the 0-based row: {Input}:0.");
    }
}
