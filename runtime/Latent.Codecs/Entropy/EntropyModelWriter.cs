namespace Latent.Codecs;

/// <summary>Writes <c>entropy.bin</c>: little-endian, in the order of docs/bundle-format.md.</summary>
internal static class EntropyModelWriter
{
    public static byte[] Write(EntropyModel model)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(EntropyModelReader.Magic);
        writer.Write(EntropyModelReader.Version);
        foreach (var number in (int[])[model.Channels, model.Stride, model.Rates, model.Hidden, model.Phases, model.Scales, model
            .LowestScale, model.ScaleStep])
            writer.Write(number);
        writer.Write(model.Rounding);
        foreach (var factor in model.Gains.Concat(model.Steps))
            writer.Write(factor);
        foreach (var integer in model.HiddenBiases.Concat(model.HiddenWeights).Concat(model.OutputBiases).Concat(model.OutputWeights))
            writer.Write(integer);
        foreach (var table in model.Tables)
            Write(writer, table);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, FrequencyTable table)
    {
        writer.Write(table.Lowest);
        writer.Write(table.Count);
        for (var entry = 0; entry < table.Count; entry++)
            writer.Write((ushort)table.Frequency(entry));
    }
}
