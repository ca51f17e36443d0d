namespace Latent.Codecs;

/// <summary>Quantised latents of one picture: whole numbers, [channels, rows, columns].</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Values">The numbers.</param>
public sealed record LatentGrid(int Channels, int Rows, int Columns, int[] Values)
{
    /// <summary>The largest magnitude of a latent.</summary>
    public const int Largest = short.MaxValue;

    /// <summary>Latents that are all 0.</summary>
    public static LatentGrid Empty(int channels, int rows, int columns) => new(channels, rows, columns, new int[channels * rows * columns]);

    /// <summary>A latent.</summary>
    public ref int At(int channel, int row, int column) => ref Values[(((channel * Rows) + row) * Columns) + column];
}
