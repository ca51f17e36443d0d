using Latent.Sequences;

namespace Latent.Molecules.Tests;

public sealed class SmilesRuleTests
{
    private const int Plenty = 100;

    private static readonly TokenVocabulary Vocabulary = new(
        "smiles",
        [.. TokenVocabulary.Special, "C", "c", "=", "(", ")", "1", "F", "[NH3+]", "nonsense"]);

    [Theory]
    [InlineData("", "C c F [NH3+]")]
    [InlineData("C C", "<end> C c = ( 1 F [NH3+]")]
    [InlineData("C =", "C c 1")]
    [InlineData("C (", "C c = F [NH3+]")]
    [InlineData("C 1 C C", "C c = ( 1")]
    [InlineData("C F", "<end>")]
    public void Restrict_BehindABeginning_LeavesWhatCanBecomeAMolecule(string beginning, string expected) =>
        Assert.Equal(expected, string.Join(' ', Allowed(beginning, Plenty)));

    [Fact]
    public void Restrict_OneStepLeft_LeavesTheEnd() => Assert.Equal(["<end>"], Allowed("C C", 1));

    [Fact]
    public void Restrict_BehindADeadEnd_LeavesTheEnd()
    {
        Assert.Equal(["<end>"], Allowed(") C", Plenty));
        Assert.Equal(["<end>"], Allowed("nonsense", Plenty));
    }

    [Fact]
    public void Restrict_WhatIsRuledOutAlready_StaysSo()
    {
        var allowed = new bool[Vocabulary.Count];
        allowed[Vocabulary.IndexOf("F")] = true;

        new SmilesRule(Vocabulary).Restrict([], Plenty, allowed);

        Assert.Equal(["F"], Named(allowed));
    }

    private static IReadOnlyList<string> Allowed(string beginning, int stepsLeft)
    {
        var allowed = new bool[Vocabulary.Count];
        Array.Fill(allowed, true);
        int[] prefix = [.. beginning.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Vocabulary.IndexOf)];
        new SmilesRule(Vocabulary).Restrict(prefix, stepsLeft, allowed);
        return Named(allowed);
    }

    private static IReadOnlyList<string> Named(bool[] allowed) => [.. Vocabulary.Tokens.Where((_, number) => allowed[number])];
}
