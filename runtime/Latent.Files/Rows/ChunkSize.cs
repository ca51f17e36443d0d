namespace Latent.Files;

/// <summary>The number of rows held in memory at a time.</summary>
internal static class ChunkSize
{
    private const int MaxValues = 1 << 21;
    private const int MaxRows = 4096;

    /// <summary>Returns the number of rows for a row size: at most 4,096 rows and about 8 MiB.</summary>
    public static int For(int rowSize) => Math.Clamp(MaxValues / rowSize, 1, MaxRows);
}
