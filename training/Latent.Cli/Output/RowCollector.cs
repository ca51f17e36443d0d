namespace Latent.Cli;

/// <summary>Collects the results of the chunks of an input, with the names of its rows.</summary>
internal sealed class RowCollector
{
    private readonly List<float[]> parts = [];
    private readonly List<string> names = [];
    private bool hasNames = true;

    /// <summary>The names of all rows; null if some rows have none.</summary>
    public IReadOnlyList<string>? Names => hasNames ? names : null;

    public void Add(float[] values, IReadOnlyList<string>? rowNames = null)
    {
        parts.Add(values);
        hasNames &= rowNames is not null;
        names.AddRange(rowNames ?? []);
    }

    /// <summary>Returns all values in order.</summary>
    public float[] ToArray()
    {
        var all = new float[parts.Sum(part => part.Length)];
        var filled = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, filled);
            filled += part.Length;
        }
        return all;
    }
}
