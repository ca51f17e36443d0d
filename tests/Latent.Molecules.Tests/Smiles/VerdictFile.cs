using System.Globalization;
using Latent.Tests;

namespace Latent.Molecules.Tests;

/// <summary>A SMILES string with RDKit's verdict and properties.</summary>
internal sealed record VerdictRow(string Smiles, bool IsValid, int HeavyAtoms, int Rings, int HeteroAtoms, string Canonical);

/// <summary>Reads the output of <c>smiles_peer.py</c>.</summary>
internal static class VerdictFile
{
    public static IReadOnlyList<VerdictRow> Rows() =>
        [.. File.ReadLines(Repository.At("tests", "Latent.Molecules.Tests", "Smiles", "smiles_verdicts.tsv")).Select(Parse)];

    private static VerdictRow Parse(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], cells[1] == "1", Number(cells[2]), Number(cells[3]), Number(cells[4]), cells[5]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
