using Latent.Bundles;
using Latent.Molecules;
using Latent.Sequences;

namespace Latent.Training.Sequences;

/// <summary>Measures how often the most likely token is correct, given the true prefix (teacher forcing).</summary>
public sealed class TokenAccuracy : IDisposable
{
    private readonly StepGraph step;
    private readonly TokenVocabulary vocabulary;
    private long right;
    private long all;

    /// <summary>Loads the decoder of a bundle.</summary>
    /// <param name="bundle">The bundle of a sequence model.</param>
    public TokenAccuracy(Bundle bundle)
    {
        var entry = bundle.Manifest.Graphs["step"];
        step = new StepGraph(bundle.GetPath(entry), entry.Inputs, entry.Outputs);
        vocabulary = TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!));
    }

    /// <summary>The share of correct tokens so far.</summary>
    public double Value => (double)right / all;

    /// <summary>Adds molecules.</summary>
    /// <param name="smiles">SMILES strings of known tokens.</param>
    /// <param name="codes">Their codes, concatenated.</param>
    public void Add(IReadOnlyList<string> smiles, float[] codes)
    {
        int[][] rows = [.. smiles.Select(
            text => SmilesTokenizer.Tokenize(text).Select(token => vocabulary.IndexOf(token.Text)).Append(TokenVocabulary.End).ToArray())];
        var states = step.Begin(rows.Length);
        for (var position = 0; position < rows.Max(row => row.Length); position++)
        {
            int[] before = [.. rows.Select(
                row => position == 0 ? TokenVocabulary.Begin : position <= row.Length ? row[position - 1] : TokenVocabulary.Pad)];
            (var logProbabilities, states) = step.Run(before, codes, states);
            Count(rows, position, logProbabilities);
        }
    }

    /// <summary>Releases the decoder.</summary>
    public void Dispose() => step.Dispose();

    private void Count(int[][] rows, int position, float[] logProbabilities)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (position >= rows[i].Length)
                continue;
            var own = logProbabilities.AsSpan(i * step.Vocabulary, step.Vocabulary);
            all++;
            right += Likeliest(own) == rows[i][position] ? 1 : 0;
        }
    }

    private static int Likeliest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            best = values[i] > values[best] ? i : best;
        return best;
    }
}
