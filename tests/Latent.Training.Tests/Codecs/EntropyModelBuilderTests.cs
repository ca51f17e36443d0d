using Latent.Codecs;
using Latent.Training.Codecs;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Codecs;

public sealed class EntropyModelBuilderTests
{
    // A table's mean is at most half a phase from the learned mean, and its scale half a step from the learned scale.
    private const double MeanSlack = (0.5 / 8) + 0.01;

    private const int Rows = 5;
    private const int Columns = 6;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Build_OfAModel_PredictsInIntegersWhatThePredictorPredicts(int rate)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = TinyCodec.Model();
        var grid = SampleGrid(model.Options.Latent, Rows, Columns);
        var (mean, _) = model.Predictor.forward(
            tensor(grid.Values, [1, grid.Channels, Rows, Columns], dtype: ScalarType.Float32), tensor(new long[] { rate }));
        var expected = mean.contiguous().data<float>().ToArray();

        var received = Means(EntropyModelBuilder.Build(model), grid, rate);

        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(received[i] - expected[i], -MeanSlack, MeanSlack);
    }

    [Fact]
    public void Learn_FromLatents_CodesThemInFewerBytes()
    {
        using var model = TinyCodec.Model();
        var formula = EntropyModelBuilder.Build(model);
        var random = new Random(3);
        var latents = Enumerable.Range(0, formula.Channels * 20 * 20)
            .Select(_ => random.Next(5) == 0 ? (float)random.Next(-3, 4) / formula.Gains[0] : 0)
            .ToArray();
        var grid = new Quantizer(formula).Quantize(latents, 0, 20, 20);

        var learned = EntropyModelBuilder.Learn(formula, [latents], 20, 20);

        Assert.InRange(new LatentCoder(learned).Encode(grid, 0).Length, 1, new LatentCoder(formula).Encode(grid, 0).Length - 1);
    }

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(1, 0.5)]
    [InlineData(300, 0.875)]
    public void Logistic_OfAScale_HasSharesOfThatDistribution(double scale, double mean)
    {
        var table = LatentTables.Logistic(scale, mean);

        var expected = (1 / (1 + Math.Exp(-(0.5 - mean) / scale))) - (1 / (1 + Math.Exp(-(-0.5 - mean) / scale)));
        Assert.Equal(expected, table.Frequency(table.EntryOf(0)) / (double)FrequencyTable.Total, 0.01);
    }

    private static LatentGrid SampleGrid(int channels, int rows, int columns)
    {
        var random = new Random(11);
        var grid = LatentGrid.Empty(channels, rows, columns);
        for (var i = 0; i < grid.Values.Length; i++)
            grid.Values[i] = random.Next(-9, 10);
        return grid;
    }

    // The mean that each latent's table represents: the integer offset, and the fraction that selects the table.
    private static double[] Means(EntropyModel model, LatentGrid grid, int rate)
    {
        var positions = model.Tables.Select((table, index) => (table, index)).ToDictionary(pair => pair.table, pair => pair.index);
        var context = new LatentContext(model, rate, grid.Columns);
        var means = new double[grid.Values.Length];
        for (var position = 0; position < grid.Rows * grid.Columns; position++)
        {
            var (row, column) = (position / grid.Columns, position % grid.Columns);
            if (column == 0)
                context.BeginRow();
            context.Predict(column);
            for (var channel = 0; channel < grid.Channels; channel++)
            {
                var (table, offset) = context.TableOf(channel);
                means[(channel * grid.Rows * grid.Columns) + position] = offset + (positions[table] % model.Phases / (double)model.Phases);
            }

            for (var channel = 0; channel < grid.Channels; channel++)
                context.Learn(column, channel, grid.At(channel, row, column));
        }

        return means;
    }
}
