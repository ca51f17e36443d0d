namespace Latent.Molecules.Tests;

public sealed class SmilesTokenizerTests
{
    [Theory]
    [InlineData("CCl", "C Cl")]
    [InlineData("BrC(=O)c1ccc[nH]1", "Br C ( = O ) c 1 c c c [nH] 1")]
    [InlineData("C[C@@H](N)C%10CC%10", "C [C@@H] ( N ) C %10 C C %10")]
    [InlineData("C%(123)C", "C %(123) C")]
    [InlineData("F/C=C\\F", "F / C = C \\ F")]
    [InlineData("[Na+].[Cl-]", "[Na+] . [Cl-]")]
    [InlineData("*CSc", "* C S c")]
    public void Tokenize_EveryKindOfToken_CutsBetweenThem(string smiles, string expected)
    {
        var tokens = SmilesTokenizer.Tokenize(smiles);

        Assert.Equal(expected, string.Join(' ', tokens));
        Assert.Equal(smiles, string.Concat(tokens));
        Assert.All(tokens, token => Assert.Equal(token.Text, smiles.Substring(token.Position, token.Text.Length)));
    }

    [Theory]
    [InlineData("", 0, "there is no atom")]
    [InlineData("CCX", 2, "'X' is not a character of SMILES")]
    [InlineData("CC C", 2, "' ' is not a character of SMILES")]
    [InlineData("C[NH", 1, "the bracket is never closed")]
    [InlineData("C%1C", 1, "% is not followed by a ring number of two digits")]
    [InlineData("C%01C", 1, "% is not followed by a ring number of two digits")]
    [InlineData("C\u0007", 1, "the character is not one of SMILES")]
    [InlineData("C\ud83d\ude00", 1, "the character is not one of SMILES")]
    public void TryTokenize_WhatIsNoToken_SaysWhere(string smiles, int position, string reason)
    {
        Assert.False(SmilesTokenizer.TryTokenize(smiles, out var tokens, out var verdict));

        Assert.Null(tokens);
        Assert.Equal((position, reason), (verdict.Position, verdict.Reason));
    }

    [Fact]
    public void Tokenize_UnknownCharacter_IsATypedError()
    {
        var error = Assert.Throws<SmilesException>(() => SmilesTokenizer.Tokenize("CC?"));

        Assert.Equal(
            "The SMILES string is not a molecule: character 3: '?' is not a character of SMILES.\nWhere: Tokenize, argument 'smiles'\n"
            + "Expected: a SMILES string, such as CC(=O)Oc1ccccc1C(=O)O\nReceived: 'CC?'\nFix: correct the string at this character.",
            error.Message);
        Assert.Equal(SmilesFault.Token, error.Verdict.Fault);
    }

    [Theory]
    [InlineData("Cl", SmilesTokenKind.Atom)]
    [InlineData("[O-]", SmilesTokenKind.BracketAtom)]
    [InlineData("%12", SmilesTokenKind.Ring)]
    [InlineData("CC", null)]
    [InlineData("", null)]
    public void KindOf_OneToken_IsItsKind(string text, SmilesTokenKind? expected) => Assert.Equal(expected, SmilesTokenizer.KindOf(text));
}
