namespace Latent.Codecs;

/// <summary>Lossless entropy coding of latents.</summary>
/// <param name="model">The entropy model of the latents.</param>
public sealed class LatentCoder(EntropyModel model)
{
    /// <summary>Encodes latents.</summary>
    /// <param name="latents">The latents, each within ±<see cref="LatentGrid.Largest"/>.</param>
    /// <param name="rate">The rate at which they were quantized.</param>
    public byte[] Encode(LatentGrid latents, int rate)
    {
        var encoder = new RangeEncoder();
        var context = new LatentContext(model, rate, latents.Columns);
        for (var row = 0; row < latents.Rows; row++)
        {
            context.BeginRow();
            for (var column = 0; column < latents.Columns; column++)
                EncodePosition(encoder, context, latents, row, column);
        }

        return encoder.Finish();
    }

    /// <summary>Decodes latents.</summary>
    /// <param name="bytes">The result of <see cref="Encode"/>.</param>
    /// <param name="rate">The rate at which they were quantized.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public LatentGrid Decode(ReadOnlySpan<byte> bytes, int rate, int rows, int columns)
    {
        var decoder = new RangeDecoder(bytes);
        var context = new LatentContext(model, rate, columns);
        var latents = LatentGrid.Empty(model.Channels, rows, columns);
        for (var row = 0; row < rows; row++)
        {
            context.BeginRow();
            for (var column = 0; column < columns; column++)
                DecodePosition(ref decoder, context, latents, row, column);
        }

        return latents;
    }

    private static void EncodePosition(RangeEncoder encoder, LatentContext context, LatentGrid latents, int row, int column)
    {
        context.Predict(column);
        for (var channel = 0; channel < latents.Channels; channel++)
        {
            var value = latents.At(channel, row, column);
            var (table, offset) = context.TableOf(channel);
            var entry = table.EntryOf(value - offset);
            encoder.Write(table, entry);
            if (entry == table.Escape)
                Escape.Write(encoder, table, value - offset);
            context.Learn(column, channel, value);
        }
    }

    private static void DecodePosition(ref RangeDecoder decoder, LatentContext context, LatentGrid latents, int row, int column)
    {
        context.Predict(column);
        for (var channel = 0; channel < latents.Channels; channel++)
        {
            var (table, offset) = context.TableOf(channel);
            var entry = decoder.Read(table);
            var value = offset + (entry == table.Escape ? Escape.Read(ref decoder, table) : table.Lowest + entry);
            latents.At(channel, row, column) = Math.Clamp(value, -LatentGrid.Largest, LatentGrid.Largest);
            context.Learn(column, channel, latents.At(channel, row, column));
        }
    }
}
