namespace Latent.Onnx;

/// <summary>
/// One dimension of a tensor in a graph: a fixed extent, or a symbol whose extent is known only when the graph runs.
/// </summary>
public readonly record struct Dim
{
    private Dim(long? extent, string? symbol)
    {
        Extent = extent;
        Symbol = symbol;
    }

    /// <summary>The number of rows, written as the symbol <c>batch</c>.</summary>
    public static Dim Batch { get; } = Symbolic("batch");

    /// <summary>The number of steps of a sequence, written as the symbol <c>sequence</c>.</summary>
    public static Dim Sequence { get; } = Symbolic("sequence");

    /// <summary>The fixed extent, at least 0; null for a symbolic dimension.</summary>
    public long? Extent { get; }

    /// <summary>The symbol, such as <c>batch</c>; null for a fixed dimension.</summary>
    public string? Symbol { get; }

    /// <summary>A fixed dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The extent is negative.</exception>
    public static Dim Fixed(long extent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(extent);
        return new Dim(extent, null);
    }

    /// <summary>A symbolic dimension; equal symbols in one graph stand for equal extents.</summary>
    /// <exception cref="ArgumentException">The symbol is empty.</exception>
    public static Dim Symbolic(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return new Dim(null, symbol);
    }

    /// <summary>A fixed dimension.</summary>
    public static implicit operator Dim(long extent) => Fixed(extent);

    /// <summary>The extent or the symbol.</summary>
    public override string ToString() => Symbol ?? (Extent ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
