using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>
/// Decodes codes to token sequences with a <see cref="StepGraph"/>, autoregressively: each token is fed to the next step.
/// </summary>
/// <param name="step">The decoder step.</param>
/// <param name="length">The maximum number of tokens in a sequence, including the end token.</param>
public sealed class SequenceDecoder(StepGraph step, int length)
{
    /// <summary>Decodes codes.</summary>
    /// <param name="codes">Codes, <c>[n, LatentSize]</c>.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    /// <param name="seed">The same seed samples the same tokens, whatever the batch size; without effect if nothing is sampled.</param>
    /// <returns>The token indices of each code, without begin and end tokens.</returns>
    /// <exception cref="InputException">An option is out of its range.</exception>
    /// <exception cref="BundleException">The graph cannot be run.</exception>
    public IReadOnlyList<int[]> Decode(float[] codes, DecodingOptions? options = null, long seed = 0)
    {
        options ??= DecodingOptions.Greedy;
        if (options.FindFault() is { } fault)
            throw new InputException(
                "A decoding option is out of range.", "Decode", fault.Option, fault.Expected, fault
                    .Received, "choose a value in this range.");
        if (codes.Length == 0 || codes.Length % step.LatentSize != 0)
            throw new ShapeException(
                "The codes are not a whole number of rows.", "Decode", nameof(codes), $"a multiple of {step.LatentSize} values",
                $"{codes.Length} values", "pass whole codes, one after the other.");
        return options.Beams > 1 ? new BeamSearch(step, length, options).Decode(codes) : StepByStep(codes, options, seed);
    }

    private int[][] StepByStep(float[] codes, DecodingOptions options, long seed)
    {
        var choice = new TokenChoice(options, length, new PhiloxStream(seed, RandomStreams.Tokens));
        var count = codes.Length / step.LatentSize;
        var sequences = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        int[] open = [.. Enumerable.Range(0, count)];
        int[] before = [.. Enumerable.Repeat(TokenVocabulary.Begin, count)];
        var states = step.Begin(count);

        for (var position = 0; position < length && open.Length > 0; position++)
        {
            (var logProbabilities, states) = step.Run(before, codes, states);
            var chosen = open.Select(
                (row, i) =>
                    choice.Next(logProbabilities.AsSpan(i * step.Vocabulary, step.Vocabulary), sequences[row], row, position)).ToArray();
            int[] going = [.. Enumerable.Range(0, open.Length).Where(i => chosen[i] != TokenVocabulary.End)];
            foreach (var i in going)
                sequences[open[i]].Add(chosen[i]);

            (open, before) = ([.. going.Select(i => open[i])], [.. going.Select(i => chosen[i])]);
            (codes, states) = (StepGraph.Rows(codes, step.LatentSize, going), step.Choose(states, going));
        }

        return [.. sequences.Select(sequence => sequence.ToArray())];
    }
}
