using Latent.Shared;

namespace Latent.Data;

/// <summary>Generated digit images: identical for the same count and seed on every machine.</summary>
internal static class SyntheticDigits
{
    private const int DefaultCount = 5000;
    private const int MaxCount = 1_000_000;

    // The test set gets one sample in five.
    private const int TestShare = 5;

    public static DataEntry Entry { get; } = new(Read)
    {
        Name = "synthetic:digits",
        Title = "Synthetic digits: count (default 5,000) gray images of 28 x 28, one fifth for test, 10 classes",
        License = "MIT, part of Latent",
        Settings = ["count", "seed"],
    };

    private static PublishedData Read(string folder, DataReference reference)
    {
        var count = (int)SyntheticSettings.Read(reference, "count", DefaultCount, 10, MaxCount);
        var seed = SyntheticSettings.Read(reference, "seed", 0, 0, ulong.MaxValue);
        var test = count / TestShare;
        return new(MakePart(count - test, seed, 1), MakePart(test, seed, 2));
    }

    private static Dataset MakePart(int count, ulong seed, ulong stream)
    {
        var pen = new DigitPen();
        var values = new float[count * DigitPen.PixelCount];
        var labels = new int[count];
        var random = new SplitMix64(seed, stream);
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Below(10);
            pen.Draw(labels[i], ref random, values.AsSpan(i * DigitPen.PixelCount, DigitPen.PixelCount));
        }

        return new("synthetic:digits", [1, DigitPen.Side, DigitPen.Side], values, labels, range: ValueRange.Unit);
    }
}
