using Latent.Data;
using Latent.Training.Normalization;

namespace Latent.Training.Autoencoders;

/// <summary>Builds autoencoders from their options.</summary>
public static class AutoencoderBuilder
{
    /// <summary>
    /// Builds an untrained model for rows shaped like the training rows, from the current state of TorchSharp's generator.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="ModelException">The options contradict each other or do not fit the rows.</exception>
    public static BuiltModel Build(AutoencoderOptions options, Dataset train)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(train);
        var shared = options.Model with { Input = InputSize(options.Model.Input, train) };
        var normalizer = Normalizer.Fit(shared.Normalization, train);
        var row = RowShape.From(train, normalizer);
        var encoder = options.Network.CreateEncoder(row);
        var code = options.Code.Create(encoder.FeatureCount, shared.Latent);
        var decoder = options.Network.CreateDecoder(row, encoder, code.Projection);
        var model = new AutoencoderModel(options.Family, normalizer, encoder, code, decoder, shared.Output)
        {
            UnitLength = shared.UnitLength,
        };
        OutputStart.AtTheMean(model, train);
        return new BuiltModel(model, options with { Model = shared });
    }

    private static int InputSize(int asked, Dataset train) => asked == 0 || asked == train.SampleSize
        ? train.SampleSize
        : throw new ModelException(
            $"options.input is {asked}, but a row of {train.Name} has {train.SampleSize} features. Leave it out to take it from the data.",
            "input");
}
