using System.Globalization;
using Latent.Data;

namespace Latent.Cli;

/// <summary>One row of an input: <c>INPUT:ROW</c>, rows counted from 0, or an input of a single row.</summary>
/// <param name="Input">The input.</param>
/// <param name="Row">The row; null where the input must have only one.</param>
internal sealed record RowReference(string Input, long? Row)
{
    public static RowReference Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && !Path.Exists(text) && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(text[..colon], row)
            : new(text, null);
    }

    /// <summary>The numbers of the row.</summary>
    /// <exception cref="DataException">There is no such row, or there are several to choose from.</exception>
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
            throw new DataException("There is no such row.", Input, $"a row from 0 to {seen - 1}", $"{missing}");
        return seen == 1
            ? found!
            : throw new DataException("The input has several rows.", Input, "one row", $"{seen} rows", $"Say which one, counted from 0: {Input}:0.");
    }
}
