using Latent.Data;
using Latent.Files;
using Latent.Molecules;
using Latent.Training.Evaluation;
using Latent.Training.Molecules;

namespace Latent.Training.Tests.Molecules;

public sealed class MoleculeEvaluatorTests
{
    [Fact]
    public void Judge_OfStrings_CountsValidUniqueAndNovel()
    {
        var written = new[] { "CCO", "OCC", "c1ccccc1", "C1CC", "CCN" }.Select(Written).ToArray();

        var figures = MoleculeEvaluator.Judge(written, new HashSet<string> { SmilesReader.Read("NCC").Key });

        Assert.Equal(new PriorFigures(5, 0.8, 0.75, 2.0 / 3), figures);
    }

    [Fact]
    public void Judge_WithoutAMolecule_IsZero() =>
        Assert.Equal(new PriorFigures(1, 0, 0, 0), MoleculeEvaluator.Judge([Written("C(")], new HashSet<string>()));

    [Fact]
    public void StringsOf_RowsOfMolecules_AreTheStrings()
    {
        string[] smiles = ["CCl", "C[C@@H](N)C(=O)O"];

        Assert.Equal(smiles, MoleculeEvaluator.StringsOf(MoleculeRows.Create("two", smiles)));
    }

    [Fact]
    public void StringsOf_RowsOfNumbers_AreRejected() => Assert.Equal(
        "The rows are not molecules.", Assert.Throws<DataException>(() => MoleculeEvaluator.StringsOf(new Dataset("numbers", [2], [1, 2])))
            .Problem);

    private static GeneratedMolecule Written(string smiles)
    {
        SmilesReader.TryRead(smiles, out var molecule, out var verdict);
        return new(smiles, molecule, verdict);
    }
}
