namespace Latent.Molecules.Tests;

public sealed class MoleculeTargetTests
{
    [Theory]
    [InlineData("rings=3", MoleculeProperty.Rings, 3)]
    [InlineData("heavy-atoms=20", MoleculeProperty.HeavyAtoms, 20)]
    [InlineData("hetero-share=0.25", MoleculeProperty.HeteroShare, 0.25)]
    public void Parse_ATarget_IsReadAndWrittenBack(string text, MoleculeProperty property, double value)
    {
        var target = MoleculeTarget.Parse(text);

        Assert.Equal((property, value, text), (target.Property, target.Value, target.ToString()));
    }

    [Theory]
    [InlineData("rings")]
    [InlineData("rings=")]
    [InlineData("rings=-1")]
    [InlineData("rings=2.5")]
    [InlineData("Rings=2")]
    [InlineData("hetero-share=1.5")]
    [InlineData("hetero-share=NaN")]
    public void Parse_WhatIsNone_SaysWhatIs(string text) => Assert.Equal(
        "A target is one of heavy-atoms=VALUE, rings=VALUE, hetero-share=VALUE, with a whole number of at least 0, or a share from " +
        $"0 to 1. Received: {text}.",
        Assert.Throws<FormatException>(() => MoleculeTarget.Parse(text)).Message);

    [Fact]
    public void Distance_OfAMolecule_IsFromItsValue()
    {
        var naphthol = SmilesReader.Read("Oc1ccc2ccccc2c1");

        Assert.Equal(1, MoleculeTarget.Parse("rings=3").Distance(naphthol));
        Assert.Equal(0, MoleculeTarget.Parse("heavy-atoms=11").Distance(naphthol));
        Assert.Equal(1.0 / 11, MoleculeTarget.Parse("hetero-share=0").Distance(naphthol), 12);
    }
}
