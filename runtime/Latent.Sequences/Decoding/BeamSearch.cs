namespace Latent.Sequences;

/// <summary>Beam search: keeps the most likely prefixes at each step and returns the most likely finished sequence.</summary>
internal sealed class BeamSearch(StepGraph step, int length, DecodingOptions options)
{
    /// <summary>Decodes codes one by one.</summary>
    public int[][] Decode(float[] codes) =>
        [.. Enumerable.Range(0, codes.Length / step.LatentSize).Select(row => One(codes.AsSpan(row * step.LatentSize, step.LatentSize)))];

    private int[] One(ReadOnlySpan<float> code)
    {
        Beam[] open = [new([], 0, 0)];
        Beam? best = null;
        var all = Repeated(code, options.Beams);
        var states = step.Begin(1);
        for (var position = 0; position < length && open.Length > 0; position++)
        {
            (var logProbabilities, states) = step.Run([.. open.Select(beam => beam.Last)], all[..(open.Length * step.LatentSize)], states);
            var next = Extensions(open, logProbabilities, length - position);
            best = next.Where(beam => beam.IsWhole).Append(best).MaxBy(beam => beam?.Score ?? double.NegativeInfinity);

            // Scores only decrease: a prefix below a finished sequence stays below it.
            open = [.. next.Where(beam => !beam.IsWhole && beam.Score > (best?.Score ?? double.NegativeInfinity))];
            states = step.Choose(states, [.. open.Select(beam => beam.Parent)]);
        }

        return best?.Tokens ?? [];
    }

    private Beam[] Extensions(Beam[] open, float[] logProbabilities, int stepsLeft)
    {
        var next = new List<Beam>();
        for (var i = 0; i < open.Length; i++)
        {
            var own = logProbabilities.AsSpan(i * step.Vocabulary, step.Vocabulary);
            var allowed = TokenChoice.Allowed(options, step.Vocabulary, open[i].Tokens, stepsLeft);
            for (var token = 0; token < allowed.Length; token++)
            {
                if (allowed[token] && (stepsLeft > 1 || token == TokenVocabulary.End))
                    next.Add(open[i].With(token, own[token], i));
            }
        }

        return [.. next.OrderByDescending(beam => beam.Score).Take(options.Beams)];
    }

    private static float[] Repeated(ReadOnlySpan<float> code, int count)
    {
        var all = new float[count * code.Length];
        for (var i = 0; i < count; i++)
            code.CopyTo(all.AsSpan(i * code.Length));
        return all;
    }

    private sealed record Beam(int[] Tokens, double Score, int Parent)
    {
        public bool IsWhole { get; private init; }

        public int Last => Tokens.Length == 0 ? TokenVocabulary.Begin : Tokens[^1];

        public Beam With(int token, double logProbability, int parent) => token == TokenVocabulary.End
            ? this with { Score = Score + logProbability, Parent = parent, IsWhole = true }
            : this with { Tokens = [.. Tokens, token], Score = Score + logProbability, Parent = parent };
    }
}
