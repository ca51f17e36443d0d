using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Codecs;

/// <summary>
/// The options of a codec for grayscale images: layers of stride 2 to the latents, the mirrored layers back, and a context
/// model of the latents.
/// </summary>
public sealed record CodecOptions : IRecordCheck
{
    /// <summary>
    /// Channels of the layers before the latents and, in reverse, after them, at least 1 each; every layer halves height and
    /// width, as does the layer to the latents. Default: 32, 64.
    /// </summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> Widths { get; init; } = [32, 64];

    /// <summary>Kernel size of the layers, odd, at least 3. Default: 5.</summary>
    [Range(3, double.PositiveInfinity)]
    public int Kernel { get; init; } = 5;

    /// <summary>Channels of the latents, at least 1, at most 256. Default: 48.</summary>
    [Range(1, 256)]
    public int Latent { get; init; } = 48;

    /// <summary>The normalization between the layers. Default: divisive.</summary>
    public CodecNormalization Normalization { get; init; } = CodecNormalization.Divisive;

    /// <summary>
    /// Whether linear skip layers go from the image to the latents and back, beside the other layers. They start as the
    /// cosine transform of pixel blocks and its inverse, as in JPEG; the basis limits <see cref="Latent"/> to the square of
    /// the stride. Default: true.
    /// </summary>
    public bool Skip { get; init; } = true;

    /// <summary>Width of the network that predicts latents from their neighbours, at least 1, at most 256. Default: 48.</summary>
    [Range(1, 256)]
    public int Context { get; init; } = 48;

    /// <summary>The number of rates that an image can be coded at, at least 2, at most 64. Default: 6.</summary>
    [Range(2, 64)]
    public int Rates { get; init; } = 6;

    /// <summary>
    /// The price of a squared error of one gray level (of 255) at the lowest rate, in bits per pixel, more than 0. Default:
    /// 0.001.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double LowestPrice { get; init; } = 0.001;

    /// <summary>
    /// The same at the highest rate, above <see cref="LowestPrice"/>; the prices between them are spaced geometrically.
    /// Default: 0.06.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double HighestPrice { get; init; } = 0.06;

    /// <summary>Side of the square image patches for training, in pixels, at least 16; a multiple of the stride. Default: 96.</summary>
    [Range(16, double.PositiveInfinity)]
    public int Patch { get; init; } = 96;

    /// <summary>Patches per image in every step, at least 1. Default: 1.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Patches { get; init; } = 1;

    /// <summary>Pixels per latent, in each direction.</summary>
    internal int Stride => 2 << Widths.Count;

    /// <summary>Returns the price of an error at each rate.</summary>
    internal float[] Prices() => [.. Enumerable.Range(0, Rates).Select(PriceAt)];

    private float PriceAt(int rate) => (float)(LowestPrice * Math.Pow(HighestPrice / LowestPrice, (double)rate / (Rates - 1)));

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Widths.Count is 0 or > 5) return $"must have 1 to 5 widths. Received: {Widths.Count}.";
        if (Kernel % 2 == 0) return $"must have an odd kernel. Received: {Kernel}.";
        if (HighestPrice <= LowestPrice)
            return FormattableString.Invariant(
                $"must have a highest_price above lowest_price. Received: {HighestPrice} and {LowestPrice}.");
        if (Skip && Latent > Stride * Stride)
            return $"must have a latent of at most {Stride * Stride}, the square of the stride, with skip. Received: {Latent}.";
        return Patch % Stride == 0 ? null : $"must have a patch that is a multiple of the stride, {Stride}. Received: {Patch}.";
    }
}
