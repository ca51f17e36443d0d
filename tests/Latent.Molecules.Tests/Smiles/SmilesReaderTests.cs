namespace Latent.Molecules.Tests;

public sealed class SmilesReaderTests
{
    [Theory]
    [InlineData("", SmilesFault.Empty, "character 1: there is no atom")]
    [InlineData("C?", SmilesFault.Token, "character 2: '?' is not a character of SMILES")]
    [InlineData("C[Xx]", SmilesFault.Token, "character 3: no element has this symbol")]
    [InlineData("[CH4!]", SmilesFault.Token, "character 5: '!' is not allowed here in brackets")]
    [InlineData("[C:]", SmilesFault.Token, "character 4: a colon in brackets must be followed by a number")]
    [InlineData("CC=", SmilesFault.Syntax, "character 3: '=' cannot be at the end")]
    [InlineData("=CC", SmilesFault.Syntax, "character 1: '=' cannot be at the start")]
    [InlineData("C==C", SmilesFault.Syntax, "character 3: '=' cannot follow '='")]
    [InlineData("C(=1)CC1", SmilesFault.Syntax, "character 4: '1' cannot follow '='")]
    [InlineData("C()C", SmilesFault.Syntax, "character 3: ')' cannot follow '('")]
    [InlineData("C..C", SmilesFault.Syntax, "character 3: '.' cannot follow '.'")]
    [InlineData("CC)C", SmilesFault.Branch, "character 3: no branch is open")]
    [InlineData("CC(C", SmilesFault.Branch, "character 3: the branch is never closed")]
    [InlineData("C1CC", SmilesFault.Ring, "character 2: ring bond 1 is never closed")]
    [InlineData("C11", SmilesFault.Ring, "character 3: ring bond 1 leads back to its own atom")]
    [InlineData("C1C1", SmilesFault.Ring, "character 4: ring bond 1 joins two atoms that are already bonded")]
    [InlineData("CC(C)(C)(C)C", SmilesFault.Valence, "character 2: C cannot have 5 bonds")]
    [InlineData("O=C=O=C", SmilesFault.Valence, "character 5: O cannot have 4 bonds")]
    [InlineData("C[NH4+]", SmilesFault.Valence, "character 2: N of charge +1 cannot have 5 bonds")]
    [InlineData("FC(F)=F", SmilesFault.Valence, "character 7: F cannot have 2 bonds")]
    [InlineData("c1cccc1", SmilesFault.Aromaticity, "character 6: C is aromatic, but its double bond cannot be placed")]
    [InlineData("Cc", SmilesFault.Aromaticity, "character 2: C is aromatic but not in a ring")]
    public void Check_EveryMistake_SaysWhichAndWhere(string smiles, SmilesFault fault, string text)
    {
        var verdict = SmilesReader.Check(smiles);

        Assert.False(verdict.IsValid);
        Assert.Equal((fault, text), (verdict.Fault, verdict.ToString()));
    }

    [Theory]
    [InlineData("CC(=O)Oc1ccccc1C(=O)O")]
    [InlineData("CN1C=NC2=C1C(=O)N(C(=O)N2C)C")]
    [InlineData("c1cc2ccc3cccc4ccc(c1)c2c34")]
    [InlineData("CN(=O)=O")]
    [InlineData("C[N+](=O)[O-]")]
    [InlineData("[nH]1cccc1")]
    [InlineData("O=c1cc[nH]cc1")]
    [InlineData("[O-]Cl(=O)(=O)=O")]
    [InlineData("[2H]C([2H])[2H]")]
    [InlineData("[Na+].[Cl-]")]
    [InlineData("C%10CCC%10")]
    [InlineData("[C@TH1H](F)(Cl)Br")]
    public void Check_Molecules_AreValid(string smiles) => Assert.Equal("valid", SmilesReader.Check(smiles).ToString());

    [Fact]
    public void Read_NoMolecule_IsATypedError()
    {
        var error = Assert.Throws<SmilesException>(() => SmilesReader.Read("C1CC"));

        Assert.StartsWith(
            "The SMILES string is not a molecule: character 2: ring bond 1 is never closed.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal("smiles", error.Argument);
    }

    [Fact]
    public void Check_VeryLongChain_NeedsNoDeepStack() => Assert.True(SmilesReader.Check(new string('C', 200_000)).IsValid);

    /// <summary>Compares valid and invalid strings with RDKit's verdicts (<c>smiles_peer.py</c>).</summary>
    [Fact]
    public void Check_StringsThatRdkitJudged_AgreesOnAlmostAll()
    {
        const double MinAgreement = 0.99;
        var rows = VerdictFile.Rows();

        var agreeing = rows.Count(row => SmilesReader.Check(row.Smiles).IsValid == row.IsValid);

        Assert.Equal(2000, rows.Count);
        Assert.InRange(rows.Count(row => row.IsValid), 500, 1500);
        Assert.InRange((double)agreeing / rows.Count, MinAgreement, 1);
    }
}
