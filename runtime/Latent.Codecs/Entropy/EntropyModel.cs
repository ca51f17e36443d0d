using Latent.Bundles;

namespace Latent.Codecs;

/// <summary>
/// What a codec knows of its quantised latents, as whole numbers: which values are how likely, given those that are
/// decoded already. Encoder and decoder compute the same tables from it on every machine, since no rounding of floating
/// point enters. Stored as <c>entropy.bin</c>.
/// </summary>
/// <remarks>
/// A latent is a whole number at a row, a column and a channel; a picture's are coded row after row, position after
/// position, channel after channel. The features of a latent v are 4v, v limited to ±<see cref="LargestFeature"/>, and
/// round(16 log2(1 + |v|)), |v| limited to 255. The features of the four neighbours that are decoded already (above left,
/// above, above right, left; 0 beyond the edge), all channels of them, go through two layers in 64-bit whole numbers:
/// <c>hidden = max(0, biases + Σ weights · features) &gt;&gt; 8</c>, then <c>biases + Σ weights · hidden</c>, which gives
/// each channel a mean and the logarithm of a scale. Both are rounded to a step; the fraction of the mean and the scale
/// choose a <see cref="FrequencyTable"/>, and the mean's whole part is subtracted from the latent that it codes.
/// </remarks>
public sealed record EntropyModel
{
    /// <summary>The neighbours whose latents are features.</summary>
    public const int Neighbours = 4;

    /// <summary>The largest magnitude of a latent that is told from a larger one in the features that carry a sign.</summary>
    public const int LargestFeature = 63;

    /// <summary>Binary digits behind the point of a weight.</summary>
    public const int WeightBits = 12;

    /// <summary>Binary digits behind the point of a feature.</summary>
    public const int FeatureBits = 4;

    /// <summary>Binary digits behind the point of a hidden value.</summary>
    public const int HiddenBits = 8;

    /// <summary>Channels of a latent, at least 1.</summary>
    public required int Channels { get; init; }

    /// <summary>Pixels that a latent stands for, in each direction.</summary>
    public required int Stride { get; init; }

    /// <summary>Rates that a picture can be coded at: 0 is the smallest file.</summary>
    public required int Rates { get; init; }

    /// <summary>Width of the hidden layer.</summary>
    public required int Hidden { get; init; }

    /// <summary>Factors on latents before they are rounded, [rates, channels].</summary>
    public required float[] Gains { get; init; }

    /// <summary>Factors on rounded latents before they are decoded, [rates, channels].</summary>
    public required float[] Steps { get; init; }

    /// <summary>Added to a magnitude before its fraction is cut off: 0.5 rounds, less makes more latents 0.</summary>
    public required float Rounding { get; init; }

    /// <summary>Biases of the hidden layer, [rates, hidden]; <see cref="WeightBits"/> + <see cref="FeatureBits"/> binary digits.</summary>
    public required int[] HiddenBiases { get; init; }

    /// <summary>Weights of the hidden layer, [hidden, neighbours, 2, channels]; the signed features stand before those of the magnitudes.</summary>
    public required int[] HiddenWeights { get; init; }

    /// <summary>Biases of means and scales, [rates, 2, channels]; <see cref="WeightBits"/> + <see cref="HiddenBits"/> binary digits.</summary>
    public required int[] OutputBiases { get; init; }

    /// <summary>Weights of means and scales, [2, channels, hidden].</summary>
    public required int[] OutputWeights { get; init; }

    /// <summary>Steps of a mean between two whole numbers.</summary>
    public required int Phases { get; init; }

    /// <summary>The logarithm of the smallest scale, in 1 / 256.</summary>
    public required int LowestScale { get; init; }

    /// <summary>The distance between the logarithms of two scales, in 1 / 256.</summary>
    public required int ScaleStep { get; init; }

    /// <summary>The tables, [scales, phases].</summary>
    public required IReadOnlyList<FrequencyTable> Tables { get; init; }

    /// <summary>The number of scales.</summary>
    public int Scales => Tables.Count / Phases;

    /// <summary>Reads a file that <see cref="Save"/> wrote.</summary>
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
