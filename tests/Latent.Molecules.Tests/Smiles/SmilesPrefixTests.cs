namespace Latent.Molecules.Tests;

public sealed class SmilesPrefixTests
{
    private const int Plenty = 100;

    [Theory]
    [InlineData("", "C", true)]
    [InlineData("", ")", false)]
    [InlineData("CC", "=", true)]
    [InlineData("CC(C)(C)C", "(", true)]
    [InlineData("F", "C", true)]
    [InlineData("CF", "C", false)]
    [InlineData("CF", "=", false)]
    [InlineData("C=C=", "F", false)]
    [InlineData("C1CF", "1", false)]
    [InlineData("C1C", "F", false)]
    [InlineData("C1CC", "1", true)]
    [InlineData("C1C", "1", false)]
    [InlineData("CN(=O)=", "O", true)]
    [InlineData("CN(=C)=", "C", false)]
    [InlineData("c1ccc", "1", true)]
    [InlineData("c1cccc", "1", true)]
    [InlineData("Cc", "C", false)]
    [InlineData("Cc1ccccc1", "C", true)]
    [InlineData("c1ccccc1", "c", true)]
    public void Allows_ATokenBehindABeginning_IsWhetherAMoleculeCanFollow(string beginning, string token, bool expected) =>
        Assert.Equal(expected, Prefix(beginning).Allows(Token(token), Plenty));

    // The double bonds of a ring of five aromatic carbons cannot be placed, but a branch could still change one of the atoms.
    [Fact]
    public void Allows_ARingThatIsDone_NeedsPlacesForItsDoubleBonds()
    {
        Assert.False(Prefix("Cc1cccc1").Allows(Token("C"), Plenty));
        Assert.True(Prefix("Cc1ccoc1").Allows(Token("C"), Plenty));
        Assert.True(Prefix("Cc1ccccc1").MayEnd());
        Assert.False(Prefix("Cc1cccc1").MayEnd());
    }

    [Theory]
    [InlineData("C", "(", 1, false)]
    [InlineData("C", "(", 2, true)]
    [InlineData("C(C", "C", 0, false)]
    [InlineData("C(C", ")", 0, true)]
    [InlineData("CC", "1", 2, false)]
    [InlineData("CC", "1", 3, true)]
    public void Allows_NearTheEnd_LeavesRoomToClose(string beginning, string token, int left, bool expected) =>
        Assert.Equal(expected, Prefix(beginning).Allows(Token(token), left));

    [Fact]
    public void TryCreate_TokensThatBreakTheGrammar_IsNone() => Assert.Null(SmilesPrefix.TryCreate([Token(")")]));

    [Fact]
    public void Allows_EveryBeginningOfAMolecule_GoesOnAsItDoes()
    {
        foreach (var row in VerdictFile.Rows().Where(row => row.IsValid).Take(200))
        {
            var tokens = SmilesTokenizer.Tokenize(row.Smiles);
            for (var i = 0; i < tokens.Count; i++)
                Assert.True(SmilesPrefix.TryCreate(tokens.Take(i))!.Allows(tokens[i], Plenty), $"{row.Smiles}: token {i}, {tokens[i]}");
            Assert.True(SmilesPrefix.TryCreate(tokens)!.MayEnd());
        }
    }

    private static SmilesPrefix Prefix(string smiles)
        => SmilesPrefix.TryCreate(smiles.Length == 0 ? [] : SmilesTokenizer.Tokenize(smiles))!;

    private static SmilesToken Token(string text) => new(SmilesTokenizer.KindOf(text)!.Value, text, 0);
}
