using Latent.Codecs;
using Latent.Training.Models.Codec;
using static TorchSharp.torch;

namespace Latent.Training.Codec;

/// <summary>Turns what a codec learned of its latents into whole numbers.</summary>
internal static class EntropyModelBuilder
{
    // Logarithms of scales in 1 / 256: from 0.05 to 334 in steps of a fifth, which cost less than 0.3 % of the bits.
    private const int LowestScale = -768;
    private const int ScaleStep = 48;
    private const int Scales = 48;
    private const int Phases = 8;
    private const float Rounding = 0.5f;

    /// <summary>The model with tables of logistic distributions.</summary>
    public static EntropyModel Build(CodecModel model)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var (options, predictor) = (model.Options, model.Predictor);
        return new EntropyModel
        {
            Channels = options.Latent,
            Stride = options.Stride,
            Rates = options.Rates,
            Hidden = options.Context,
            Gains = ToArray(model.LogGains.exp()),
            Steps = ToArray(model.LogSteps.exp()),
            Rounding = Rounding,
            HiddenBiases = Wholes(predictor.HiddenBiases, EntropyModel.WeightBits + EntropyModel.FeatureBits),
            HiddenWeights = Wholes(predictor.HiddenWeights, EntropyModel.WeightBits),
            OutputBiases = Wholes(predictor.OutputBiases, EntropyModel.WeightBits + EntropyModel.HiddenBits),
            OutputWeights = Wholes(predictor.OutputWeights, EntropyModel.WeightBits),
            Phases = Phases,
            LowestScale = LowestScale,
            ScaleStep = ScaleStep,
            Tables = [.. Enumerable.Range(0, Scales * Phases).Select(position => LatentTables.Logistic(Math.Exp((LowestScale + (ScaleStep * (position / Phases))) / 256.0), (position % Phases) / (double)Phases))],
        };
    }

    /// <summary>The model with tables that also know how often each value occurred in pictures, which no formula fits quite.</summary>
    /// <param name="model">The model with tables by formula.</param>
    /// <param name="latents">Latents of training pictures before they are rounded, [channels, rows, columns] each.</param>
    /// <param name="rows">Rows of each.</param>
    /// <param name="columns">Columns of each.</param>
    public static EntropyModel Learn(EntropyModel model, IEnumerable<float[]> latents, int rows, int columns)
    {
        var counts = model.Tables.ToDictionary(table => table, table => new long[table.Count]);
        var quantizer = new Quantizer(model);
        foreach (var image in latents)
        {
            for (var rate = 0; rate < model.Rates; rate++)
                Count(model, quantizer.Quantize(image, rate, rows, columns), rate, counts);
        }

        return model with { Tables = [.. model.Tables.Select(table => LatentTables.Blend(table, counts[table]))] };
    }

    private static void Count(EntropyModel model, LatentGrid grid, int rate, Dictionary<FrequencyTable, long[]> counts)
    {
        var context = new LatentContext(model, rate, grid.Columns);
        for (var row = 0; row < grid.Rows; row++)
        {
            context.BeginRow();
            for (var column = 0; column < grid.Columns; column++)
                CountPosition(context, grid, row, column, counts);
        }
    }

    private static void CountPosition(LatentContext context, LatentGrid grid, int row, int column, Dictionary<FrequencyTable, long[]> counts)
    {
        context.Predict(column);
        for (var channel = 0; channel < grid.Channels; channel++)
        {
            var value = grid.At(channel, row, column);
            var (table, offset) = context.TableOf(channel);
            counts[table][table.EntryOf(value - offset)]++;
            context.Learn(column, channel, value);
        }
    }

    private static float[] ToArray(Tensor values) => values.contiguous().data<float>().ToArray();

    private static int[] Wholes(Tensor values, int bits) =>
        [.. ToArray(values).Select(value => (int)Math.Clamp(Math.Round(value * (double)(1 << bits)), -(1 << 28), 1 << 28))];
}
