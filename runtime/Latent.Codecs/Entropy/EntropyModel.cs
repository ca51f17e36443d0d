using Latent.Bundles;

namespace Latent.Codecs;

/// <summary>
/// The entropy model of a codec in integer arithmetic: the probabilities of the quantised latents, conditioned on those that
/// are already decoded. Encoder and decoder compute the same tables from it on every machine, because no floating-point
/// rounding is involved. Stored as <c>entropy.bin</c>.
/// </summary>
/// <remarks>
/// A latent is an integer at a row, a column and a channel; the latents of an image are coded row by row, position by
/// position, channel by channel. The features of a latent v are 4v, with v clamped to ±<see cref="LargestFeature"/>, and
/// round(16 log2(1 + |v|)), with |v| clamped to 255. The features of the four neighbours that are already decoded (above left,
/// above, above right, left; 0 beyond the edge), in all channels, pass through two layers in 64-bit integers:
/// <c>hidden = max(0, biases + Σ weights · features) &gt;&gt; 8</c>, then <c>biases + Σ weights · hidden</c>, which gives
/// each channel a mean and the logarithm of a scale. Both are rounded to a step; the fraction of the mean and the scale
/// select a <see cref="FrequencyTable"/>, and the integer part of the mean is subtracted from the latent that the table codes.
/// </remarks>
public sealed record EntropyModel
{
    /// <summary>The number of neighbours whose latents are features.</summary>
    public const int Neighbours = 4;

    /// <summary>The largest magnitude of a latent in the signed features; larger ones are clamped to it.</summary>
    public const int LargestFeature = 63;

    /// <summary>Fractional bits of a weight.</summary>
    public const int WeightBits = 12;

    /// <summary>Fractional bits of a feature.</summary>
    public const int FeatureBits = 4;

    /// <summary>Fractional bits of a hidden value.</summary>
    public const int HiddenBits = 8;

    /// <summary>The number of latent channels, at least 1.</summary>
    public required int Channels { get; init; }

    /// <summary>Pixels per latent, in each direction.</summary>
    public required int Stride { get; init; }

    /// <summary>The number of rates that an image can be coded at; rate 0 gives the smallest file.</summary>
    public required int Rates { get; init; }

    /// <summary>Width of the hidden layer.</summary>
    public required int Hidden { get; init; }

    /// <summary>Factors applied to latents before rounding, [rates, channels].</summary>
    public required float[] Gains { get; init; }

    /// <summary>Factors applied to rounded latents before decoding, [rates, channels].</summary>
    public required float[] Steps { get; init; }

    /// <summary>The offset added to a magnitude before truncation: 0.5 rounds to nearest, a smaller offset makes more latents 0.</summary>
    public required float Rounding { get; init; }

    /// <summary>
    /// Biases of the hidden layer, [rates, hidden]; <see cref="WeightBits"/> + <see cref="FeatureBits"/> fractional bits.
    /// </summary>
    public required int[] HiddenBiases { get; init; }

    /// <summary>Weights of the hidden layer, [hidden, neighbours, 2, channels]; signed features come before magnitude features.</summary>
    public required int[] HiddenWeights { get; init; }

    /// <summary>
    /// Biases of means and scales, [rates, 2, channels]; <see cref="WeightBits"/> + <see cref="HiddenBits"/> fractional bits.
    /// </summary>
    public required int[] OutputBiases { get; init; }

    /// <summary>Weights of means and scales, [2, channels, hidden].</summary>
    public required int[] OutputWeights { get; init; }

    /// <summary>The number of steps of a mean between two integers.</summary>
    public required int Phases { get; init; }

    /// <summary>The logarithm of the smallest scale, in units of 1/256.</summary>
    public required int LowestScale { get; init; }

    /// <summary>The distance between the logarithms of successive scales, in units of 1/256.</summary>
    public required int ScaleStep { get; init; }

    /// <summary>The frequency tables, [scales, phases].</summary>
    public required IReadOnlyList<FrequencyTable> Tables { get; init; }

    /// <summary>The number of scales.</summary>
    public int Scales => Tables.Count / Phases;

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="BundleException">The file is missing, damaged, or of another version.</exception>
    public static EntropyModel Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return EntropyModelReader.Read(BundleFiles.Reading(path, () => File.ReadAllBytes(path)), path);
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="BundleException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        BundleFiles.Writing(path, () => File.WriteAllBytes(path, EntropyModelWriter.Write(this)));
    }
}
