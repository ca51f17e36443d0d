namespace Latent.Molecules.Tests;

public sealed class MoleculeTests
{
    [Fact]
    public void Properties_OfMoleculesThatRdkitRead_AreTheSame()
    {
        foreach (var row in VerdictFile.Rows())
        {
            if (SmilesReader.TryRead(row.Smiles, out var molecule, out _) && row.IsValid)
                Assert.Equal(
                    (row.Smiles, row.HeavyAtoms, row.Rings, row.HeteroAtoms),
                    (row.Smiles, molecule.HeavyAtoms, molecule.Rings, molecule.HeteroAtoms));
        }
    }

    [Fact]
    public void Key_OfMoleculesThatRdkitRead_IsOneForEachCanonicalForm()
    {
        var keys = VerdictFile.Rows().Where(row => row.IsValid).Select(row => (row.Canonical, SmilesReader.Read(row.Smiles).Key)).Distinct()
            .ToArray();

        Assert.Equal(keys.Select(pair => pair.Canonical).Distinct().Count(), keys.Length);
        Assert.Equal(keys.Select(pair => pair.Key).Distinct().Count(), keys.Length);
    }

    [Theory]
    [InlineData("c1ccccc1", "C1=CC=CC=C1", true)]
    [InlineData("OCC", "CCO", true)]
    [InlineData("C[C@H](N)O", "C[C@@H](O)N", true)]
    [InlineData("C1CCC2CCCCC2C1", "C1CCCC1C1CCCC1", false)]
    [InlineData("CC(C)C", "CCCC", false)]
    [InlineData("[NH4+]", "N", false)]
    [InlineData("[13CH4]", "C", false)]
    public void Key_OfTwoStrings_IsEqualForOneMolecule(string first, string second, bool isOne) =>
        Assert.Equal(isOne, SmilesReader.Read(first).Key == SmilesReader.Read(second).Key);

    [Fact]
    public void Properties_OfSalt_CountEveryPart()
    {
        var salt = SmilesReader.Read("[H][N+](C)(C)C.[Cl-].C1CC1");

        Assert.Equal((8, 1, 2), (salt.HeavyAtoms, salt.Rings, salt.HeteroAtoms));
        Assert.Equal(0.25, salt.HeteroShare);
        Assert.Equal("[H][N+](C)(C)C.[Cl-].C1CC1", salt.ToString());
    }

    [Fact]
    public void HeteroShare_WithoutHeavyAtom_IsZero() => Assert.Equal(0, SmilesReader.Read("[H][H]").HeteroShare);

    [Fact]
    public void Atoms_OfBrackets_HaveWhatIsWritten()
    {
        var atom = Assert.Single(SmilesReader.Read("[13CH2-2:7]").Atoms);

        Assert.Equal(("C", 13, 2, -2, true), (atom.Symbol, atom.Isotope, atom.Hydrogens, atom.Charge, atom.IsBracketed));
    }
}
