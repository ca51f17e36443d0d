using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>Chooses the next token from the log probabilities.</summary>
/// <param name="options">The decoding options.</param>
/// <param name="length">The maximum number of tokens in a sequence, including the end token.</param>
/// <param name="random">The random stream; the token at a position of a row uses number row · length + position.</param>
internal sealed class TokenChoice(DecodingOptions options, int length, PhiloxStream random)
{
    /// <summary>Returns the next token. The last position is reserved for the end token.</summary>
    public int Next(ReadOnlySpan<float> logProbabilities, List<int> prefix, int row, int position)
    {
        if (position == length - 1)
            return TokenVocabulary.End;
        var allowed = Allowed(
            options,
            logProbabilities.Length,
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(prefix),
            length - position);
        return options.Temperature == 0
            ? MostLikely(logProbabilities, allowed)
            : Sample(logProbabilities, allowed, random.Uniform(((long)row * length) + position));
    }

    /// <summary>Returns the allowed tokens: no special token but the end, minus the tokens that the rule excludes.</summary>
    public static bool[] Allowed(DecodingOptions options, int count, ReadOnlySpan<int> prefix, int stepsLeft)
    {
        var allowed = new bool[count];
        Array.Fill(allowed, true);
        allowed[TokenVocabulary.Pad] = allowed[TokenVocabulary.Begin] = false;
        allowed[TokenVocabulary.Unknown] = options.AllowsUnknown;
        options.Rule?.Restrict(prefix, stepsLeft, allowed);
        return allowed;
    }

    private static int MostLikely(ReadOnlySpan<float> logProbabilities, bool[] allowed)
    {
        var best = -1;
        for (var i = 0; i < allowed.Length; i++)
        {
            if (allowed[i] && (best < 0 || logProbabilities[i] > logProbabilities[best]))
                best = i;
        }

        return best < 0 ? TokenVocabulary.End : best;
    }

    private int Sample(ReadOnlySpan<float> logProbabilities, bool[] allowed, double uniform)
    {
        var candidates = Candidates(logProbabilities, allowed);
        if (candidates.Count == 0)
            return TokenVocabulary.End;
        var target = uniform * candidates.Sum(candidate => candidate.Weight);
        foreach (var (token, weight) in candidates)
        {
            target -= weight;
            if (target < 0)
                return token;
        }

        return candidates[^1].Token;
    }

    // Sorted by probability, ties by token index, so that every machine samples the same tokens.
    private List<(int Token, double Weight)> Candidates(ReadOnlySpan<float> logProbabilities, bool[] allowed)
    {
        var tokens = new List<(int Token, double Log)>();
        for (var i = 0; i < allowed.Length; i++)
        {
            if (allowed[i])
                tokens.Add((i, logProbabilities[i] / options.Temperature));
        }

        tokens.Sort((a, b) => a.Log == b.Log ? a.Token.CompareTo(b.Token) : b.Log.CompareTo(a.Log));
        if (options.TopK > 0 && tokens.Count > options.TopK)
            tokens.RemoveRange(options.TopK, tokens.Count - options.TopK);
        var peak = tokens.Count > 0 ? tokens[0].Log : 0;
        return Nucleus([.. tokens.Select(token => (token.Token, Math.Exp(token.Log - peak)))]);
    }

    private List<(int Token, double Weight)> Nucleus(List<(int Token, double Weight)> candidates)
    {
        if (options.TopP >= 1)
            return candidates;
        var (enough, sum) = (options.TopP * candidates.Sum(candidate => candidate.Weight), 0.0);
        var count = candidates.TakeWhile(candidate =>
        {
            var isShort = sum < enough;
            sum += candidate.Weight;
            return isShort;
        }).Count();
        return candidates[..count];
    }
}
