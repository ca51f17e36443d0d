using Latent.Data;

namespace Latent.Training.Sequences;

/// <summary>Builds sequence models from their options.</summary>
internal static class SequenceBuilder
{
    /// <summary>Builds an untrained model, from the current state of TorchSharp's generator.</summary>
    /// <param name="options">The options.</param>
    /// <param name="train">The training rows, converted by <see cref="SequenceRows"/>; vocabulary and length are taken from them.</param>
    public static SequenceModel Build(SequenceOptions options, Dataset train)
    {
        var model = new SequenceModel(options with { Vocabulary = train.Vocabulary!.Count, Length = train.SampleSize });
        SequenceStart.AtFrequencies(model, train);
        return model;
    }
}
