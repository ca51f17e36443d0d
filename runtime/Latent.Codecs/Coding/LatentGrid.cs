namespace Latent.Codecs;

/// <summary>Quantized latents of one image: integers, [channels, rows, columns].</summary>
/// <param name="Channels">The number of channels.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Values">The latents.</param>
public sealed record LatentGrid(int Channels, int Rows, int Columns, int[] Values)
{
    /// <summary>The maximum magnitude of a latent.</summary>
    public const int Largest = short.MaxValue;

    /// <summary>Creates latents that are all 0.</summary>
    public static LatentGrid Empty(int channels, int rows, int columns) => new(channels, rows, columns, new int[channels * rows * columns]);

    /// <summary>Returns a reference to a latent.</summary>
    public ref int At(int channel, int row, int column) => ref Values[(((channel * Rows) + row) * Columns) + column];
}
