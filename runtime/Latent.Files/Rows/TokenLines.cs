using Latent.Molecules;
using Latent.Sequences;

namespace Latent.Files;

/// <summary>Lines of text as token rows, read lazily, so that a file may be larger than memory.</summary>
/// <param name="path">The file: one sentence per line, or one molecule per line if its name ends in <c>.smi</c>.</param>
/// <param name="spec">The format of a row, with the model's tokens.</param>
internal sealed class TokenLines(string path, RowSpec spec) : IRowSource
{
    private readonly TokenVocabulary vocabulary = spec.Tokens!;
    private readonly ITokenizer tokenizer = Tokenizers.Create(spec.Tokens!, new SmilesTokenizer());

    public IEnumerable<RowChunk> Read()
    {
        var values = new float[ChunkSize.For(spec.Size) * spec.Size];
        var (filled, count) = (0, 0L);
        foreach (var text in Texts())
        {
            if (filled == values.Length)
            {
                yield return new(values, null);
                filled = 0;
            }
            Fill(values.AsSpan(filled, spec.Size), text, ++count);
            filled += spec.Size;
        }

        if (count == 0)
            throw new DataException("There is no text.", path, "at least one line of text", "none");
        yield return new(values.AsMemory(0, filled), null);
    }

    private IEnumerable<string> Texts() => FileKinds.Find(path) == FileKind.Smiles ? SmilesLines.Read(path) : TextLines.Read(path);

    private void Fill(Span<float> row, string text, long number)
    {
        var tokens = tokenizer.Split(text);
        if (tokens.Count is 0 || tokens.Count >= row.Length)
        {
            throw new DataException(
                "A text has an invalid number of tokens.", $"{path}, text {number}", $"1 to {row.Length - 1} tokens", $"{tokens.Count}",
                "Shorten, split or remove the text.");
        }

        row.Clear();
        for (var i = 0; i < tokens.Count; i++)
            row[i] = vocabulary.IndexOf(tokens[i]);
        row[tokens.Count] = TokenVocabulary.End;
    }
}
