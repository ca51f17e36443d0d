using Latent.Molecules;

namespace Latent.Files;

/// <summary>Reads files of molecules: a SMILES string at the start of each line, optionally followed by a name.</summary>
public static class SmilesLines
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Returns the strings of a file, without validation.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8.</exception>
    public static IEnumerable<string> Read(string path) => TextLines.Read(path).Select(First);

    /// <summary>Returns the strings of a file, each validated as a molecule.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8, or a string is not a valid molecule.</exception>
    public static IEnumerable<string> ReadChecked(string path)
    {
        var number = 0;
        foreach (var smiles in Read(path))
        {
            number++;
            var verdict = SmilesReader.Check(smiles);
            if (!verdict.IsValid)
            {
                throw new DataException(
                    "The line is not a valid molecule.",
                    $"{path}, molecule {number}",
                    "a SMILES string, optionally followed by a space or tab and a name",
                    $"\"{Shortened(smiles)}\", {verdict}",
                    "Correct or remove the line.");
            }

            yield return smiles;
        }
    }

    private static string First(string line) => line.IndexOfAny(Blanks) is > 0 and var end ? line[..end] : line;

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
