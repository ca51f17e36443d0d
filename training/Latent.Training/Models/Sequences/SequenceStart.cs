using Latent.Sequences;
using Latent.Training.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Models.Sequences;

/// <summary>Where the training of a sequence model starts: at the frequencies of the tokens.</summary>
internal static class SequenceStart
{
    /// <summary>Vectors of tokens so short that they predict nothing yet, where they also predict.</summary>
    public static void Shrink(Embedding embedding, int size) => nn.init.normal_(embedding.weight!, 0, 1 / Math.Sqrt(size));

    /// <summary>Sets the bias of the predictions to the logarithms of how frequent each token is.</summary>
    /// <param name="model">The model, untrained.</param>
    /// <param name="train">The training rows, in its numbers.</param>
    public static void AtFrequencies(SequenceModel model, Dataset train)
    {
        // One more of each: a token that does not occur is rare, not impossible.
        var counts = Enumerable.Repeat(1L, (int)model.Vocabulary).ToArray();
        foreach (var number in train.Values)
            counts[(int)number] += (int)number == TokenVocabulary.Pad ? 0 : 1;
        var total = counts.Sum();

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.OutputBias.copy_(tensor(counts.Select(count => (float)Math.Log(count / (double)total)).ToArray()));
    }
}
