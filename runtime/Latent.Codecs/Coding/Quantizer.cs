namespace Latent.Codecs;

/// <summary>Quantizes and dequantizes latents at a rate.</summary>
/// <param name="model">The entropy model, with gains and steps per rate and channel.</param>
public sealed class Quantizer(EntropyModel model)
{
    /// <summary>Quantizes latents.</summary>
    /// <param name="latents">[channels, rows, columns].</param>
    /// <param name="rate">The rate.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public LatentGrid Quantize(ReadOnlySpan<float> latents, int rate, int rows, int columns)
    {
        var grid = LatentGrid.Empty(model.Channels, rows, columns);
        for (var i = 0; i < grid.Values.Length; i++)
        {
            var scaled = latents[i] * model.Gains[FactorOf(rate, i, rows * columns)];
            var magnitude = Math.Min(MathF.Floor(MathF.Abs(scaled) + model.Rounding), LatentGrid.Largest);
            grid.Values[i] = (int)MathF.CopySign(magnitude, scaled);
        }

        return grid;
    }

    /// <summary>Dequantizes latents.</summary>
    public float[] Restore(LatentGrid grid, int rate)
    {
        var latents = new float[grid.Values.Length];
        for (var i = 0; i < latents.Length; i++)
            latents[i] = grid.Values[i] * model.Steps[FactorOf(rate, i, grid.Rows * grid.Columns)];
        return latents;
    }

    private int FactorOf(int rate, int position, int positions) => (rate * model.Channels) + (position / positions);
}
