using Latent.Codecs;
using static TorchSharp.torch;

namespace Latent.Training.Codecs;

/// <summary>Converts the learned distribution of a codec's latents into an integer entropy model.</summary>
internal static class EntropyModelBuilder
{
    // Log scales in units of 1 / 256: scales from 0.05 to 334 in steps of a fifth, which cost less than 0.3 % of the bits.
    private const int LowestScale = -768;
    private const int ScaleStep = 48;
    private const int Scales = 48;

    // The means of the tables are multiples of 1 / 8.
    private const int Phases = 8;

    private const float Rounding = 0.5f;

    /// <summary>Builds the entropy model with tables of logistic distributions.</summary>
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
            HiddenBiases = ToFixedPoint(predictor.HiddenBiases, EntropyModel.WeightBits + EntropyModel.FeatureBits),
            HiddenWeights = ToFixedPoint(predictor.HiddenWeights, EntropyModel.WeightBits),
            OutputBiases = ToFixedPoint(predictor.OutputBiases, EntropyModel.WeightBits + EntropyModel.HiddenBits),
            OutputWeights = ToFixedPoint(predictor.OutputWeights, EntropyModel.WeightBits),
            Phases = Phases,
            LowestScale = LowestScale,
            ScaleStep = ScaleStep,
            Tables = [.. Enumerable.Range(0, Scales * Phases).Select(position => LatentTables.Logistic(
                Math.Exp((LowestScale + (ScaleStep * (position / Phases))) / 256.0),
                (position % Phases) / (double)Phases))],
        };
    }

    /// <summary>Refines the tables with the frequencies of values in images, which deviate from the logistic distribution.</summary>
    /// <param name="model">The model with logistic tables.</param>
    /// <param name="latents">Latents of training images before rounding, each [channels, rows, columns].</param>
    /// <param name="rows">The number of rows of each.</param>
    /// <param name="columns">The number of columns of each.</param>
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

    private static void CountPosition(
        LatentContext context,
        LatentGrid grid,
        int row,
        int column,
        Dictionary<FrequencyTable, long[]> counts)
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

    private static int[] ToFixedPoint(Tensor values, int bits) =>
        [.. ToArray(values).Select(value => (int)Math.Clamp(Math.Round(value * (double)(1 << bits)), -(1 << 28), 1 << 28))];
}
