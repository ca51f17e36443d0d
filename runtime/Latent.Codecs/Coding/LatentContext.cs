using System.Numerics;

namespace Latent.Codecs;

/// <summary>
/// Predicts the distributions of the latents at a position from those of its neighbours (<see cref="EntropyModel"/>). Uses only
/// integer arithmetic: the same on every machine.
/// </summary>
public sealed class LatentContext
{
    private const long LargestHidden = 1 << 24;
    private const int LargestMagnitude = 255;
    private const int OutputBits = EntropyModel.WeightBits + EntropyModel.HiddenBits;
    private const int ScaleBits = 8;

    private static readonly int[] Logarithms = [.. Enumerable.Range(0, LargestMagnitude + 1).Select(LogarithmOf)];

    private readonly EntropyModel model;
    private readonly int rate;
    private readonly int[] weightsByFeature;
    private readonly int[] weightsByHidden;
    private readonly long[] hidden;
    private readonly long[] outputs;
    private readonly int width;
    private int[] above;
    private int[] current;

    /// <summary>Creates a context for an image.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rate">The rate of the image.</param>
    /// <param name="columns">The number of columns of its latents.</param>
    public LatentContext(EntropyModel model, int rate, int columns)
    {
        (this.model, this.rate) = (model, rate);
        width = 2 * model.Channels;
        weightsByFeature = Transposed(model.HiddenWeights, model.Hidden, EntropyModel.Neighbours * width);
        weightsByHidden = Transposed(model.OutputWeights, width, model.Hidden);
        (hidden, outputs) = (new long[model.Hidden], new long[width]);

        // A column of zeros on either side pads the edges.
        (above, current) = (new int[(columns + 2) * width], new int[(columns + 2) * width]);
    }

    /// <summary>Advances to the next row.</summary>
    public void BeginRow()
    {
        (above, current) = (current, above);
        Array.Clear(current);
    }

    /// <summary>Computes the distributions of all channels at a position whose neighbours are known.</summary>
    public void Predict(int column)
    {
        for (var i = 0; i < hidden.Length; i++)
            hidden[i] = model.HiddenBiases[(rate * model.Hidden) + i];
        for (var neighbour = 0; neighbour < 3; neighbour++)
            AddFeatures(above, column + neighbour, neighbour);
        AddFeatures(current, column, 3);
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = model.OutputBiases[(rate * width) + i];
        for (var i = 0; i < hidden.Length; i++)
            AddHidden(Math.Min(
                Math.Max(0, hidden[i]) >> (EntropyModel.WeightBits + EntropyModel.FeatureBits - EntropyModel.HiddenBits),
                LargestHidden), i);
    }

    /// <summary>
    /// Returns the frequency table of a channel's latent, and the integer offset that is subtracted from the latent first.
    /// </summary>
    public (FrequencyTable Table, int Offset) TableOf(int channel)
    {
        var mean = Rounded(outputs[channel] * model.Phases, OutputBits);
        var offset = (int)Math.Clamp(
            Math.DivRem(mean - Modulus(mean, model.Phases), model.Phases).Quotient,
            -LatentGrid.Largest,
            LatentGrid.Largest);
        var logarithm = Rounded(outputs[model.Channels + channel], OutputBits - ScaleBits);
        var scale = Math.Clamp((logarithm - model.LowestScale + (model.ScaleStep / 2)) / model.ScaleStep, 0, model.Scales - 1);
        return (model.Tables[((int)scale * model.Phases) + (int)Modulus(mean, model.Phases)], offset);
    }

    /// <summary>Records a latent for the positions that have it as a neighbour.</summary>
    public void Learn(int column, int channel, int value)
    {
        var position = (column + 1) * width;
        current[position + channel] = Math.Clamp(value, -EntropyModel.LargestFeature, EntropyModel.LargestFeature)
            << (EntropyModel.FeatureBits - 2);
        current[position + model.Channels + channel] = Logarithms[Math.Min(Math.Abs(value), LargestMagnitude)];
    }

    // Most latents are 0, and therefore their features are too.
    private void AddFeatures(int[] row, int column, int neighbour)
    {
        var features = row.AsSpan(column * width, width);
        for (var i = 0; i < features.Length; i++)
        {
            if (features[i] != 0)
                Add(weightsByFeature.AsSpan(((neighbour * width) + i) * hidden.Length, hidden.Length), features[i], hidden);
        }
    }

    private void AddHidden(long value, int position)
    {
        if (value > 0)
            Add(weightsByHidden.AsSpan(position * width, width), value, outputs);
    }

    private static void Add(ReadOnlySpan<int> weights, long factor, Span<long> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += weights[i] * factor;
    }

    private static long Rounded(long value, int bits) => (value + (1L << (bits - 1))) >> bits;

    private static long Modulus(long value, int divisor) => ((value % divisor) + divisor) % divisor;

    private static int[] Transposed(int[] matrix, int rows, int columns)
    {
        var transposed = new int[matrix.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[(column * rows) + row] = matrix[(row * columns) + column];
        }

        return transposed;
    }

    // round(16 log2(1 + magnitude)) without floating point: the largest r with 2^(2r - 1) <= (1 + magnitude)^32.
    internal static int LogarithmOf(int magnitude)
    {
        var power = BigInteger.Pow(1 + magnitude, 32);
        var bits = (int)power.GetBitLength() - 1;
        return (bits + 1) / 2;
    }
}
