using Latent.Data;
using Latent.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Sequences;

/// <summary>The initialization of a sequence model: at the token frequencies.</summary>
internal static class SequenceStart
{
    /// <summary>Initializes token embeddings so small that, where they are also the output weights, they predict nothing yet.</summary>
    public static void Shrink(Embedding embedding, int size) => nn.init.normal_(embedding.weight!, 0, 1 / Math.Sqrt(size));

    /// <summary>Sets the output bias to the logarithm of the frequency of each token.</summary>
    /// <param name="model">The untrained model.</param>
    /// <param name="train">The training rows, as token indices of the model.</param>
    public static void AtFrequencies(SequenceModel model, Dataset train)
    {
        // Add-one smoothing: a token that does not occur is rare, not impossible.
        var counts = Enumerable.Repeat(1L, (int)model.Vocabulary).ToArray();
        foreach (var token in train.Values)
            counts[(int)token] += (int)token == TokenVocabulary.Pad ? 0 : 1;
        var total = counts.Sum();

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.OutputBias.copy_(tensor(counts.Select(count => (float)Math.Log(count / (double)total)).ToArray()));
    }
}
