namespace Latent.Cli;

/// <summary>How many rows are held at a time.</summary>
internal static class PartSize
{
    private const int Numbers = 1 << 21;
    private const int MostRows = 4096;

    /// <summary>At most 4,096 rows, and about 8 MiB.</summary>
    public static int For(int rowSize) => Math.Clamp(Numbers / rowSize, 1, MostRows);
}
