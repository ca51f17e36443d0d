using Latent.Molecules;

namespace Latent.Training.Data;

/// <summary>Reads files of molecules: a SMILES string at the start of each line, a name behind it where there is one.</summary>
internal static class SmilesLines
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The strings of a file, as they are.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8.</exception>
    public static IEnumerable<string> Read(string path) => TextLines.Read(path).Select(First);

    /// <summary>The strings of a file, each of which is a molecule.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8, or a string is no molecule.</exception>
    public static IEnumerable<string> ReadChecked(string path)
    {
        var number = 0;
        foreach (var smiles in Read(path))
        {
            number++;
            var verdict = SmilesReader.Check(smiles);
            if (!verdict.IsValid)
                throw new DataException(
                    "A line is not a molecule.", $"{path}, molecule {number}", "a SMILES string, and a name behind a blank where there is one", $"\"{Shortened(smiles)}\", {verdict}",
                    "Correct the line or leave it out.");
            yield return smiles;
        }
    }

    private static string First(string line) => line.IndexOfAny(Blanks) is > 0 and var end ? line[..end] : line;

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
