using System.Globalization;

namespace Latent.Bundles;

/// <summary>One dimension of a shape: a fixed size, or a symbol such as <c>batch</c> whose size each call chooses.</summary>
public readonly record struct Dimension
{
    /// <summary>The symbol of the first dimension of every graph: <c>batch</c>.</summary>
    public const string Batch = "batch";

    private Dimension(long? size, string? symbol) => (Size, Symbol) = (size, symbol);

    /// <summary>The fixed size, 0 or more; null for a symbol.</summary>
    public long? Size { get; }

    /// <summary>The symbol; null for a fixed size.</summary>
    public string? Symbol { get; }

    /// <summary>Creates a dimension of fixed size.</summary>
    /// <param name="size">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static Dimension Fixed(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new(size, null);
    }

    /// <summary>Creates a dimension whose size each call chooses.</summary>
    /// <param name="symbol">Its name, not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is empty.</exception>
    public static Dimension Symbolic(string symbol)
    {
        ArgumentException.ThrowIfNullOrEmpty(symbol);
        return new(null, symbol);
    }

    /// <summary>Converts a size, so that <c>["batch", 784]</c> is a shape.</summary>
    /// <param name="size">0 or more.</param>
    public static implicit operator Dimension(long size) => Fixed(size);

    /// <summary>Converts a symbol, so that <c>["batch", 784]</c> is a shape.</summary>
    /// <param name="symbol">Its name, not empty.</param>
    public static implicit operator Dimension(string symbol) => Symbolic(symbol);

    /// <summary>Returns the symbol or the size.</summary>
    public override string ToString() => Symbol ?? Size.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
}
