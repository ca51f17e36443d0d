using Latent.Files;
using Latent.Sequences;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class MoleculeDataTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_OfASmilesFile_HasOneRowPerLineAndOneTokenPerAtom()
    {
        var rows = Read("CCl ethane\nC[NH3+]\t17\n\nBrC\n");

        Assert.Equal([3], rows.SampleShape);
        Assert.Equal("smiles", rows.Vocabulary!.Tokenizer);
        Assert.Equal([.. TokenVocabulary.Special, "C", "Cl", "[NH3+]", "Br"], rows.Vocabulary.Tokens);
        Assert.Equal([4, 6, TokenVocabulary.End], rows.Row(1).ToArray());
    }

    [Fact]
    public void Read_OfWindowsLineEndsAndAMark_IsTheSame() => Assert.Equal(Read("CC\nCCl\n").Digest, Read("\uFEFFCC\r\nCCl\r\n").Digest);

    [Theory]
    [InlineData("CC\nC1CC\n", "\"C1CC\", character 2: ring bond 1 is never closed")]
    [InlineData("CC\nhello\n", "\"hello\", character 1: 'h' is not a character of SMILES")]
    [InlineData("CC\nC(C)(C)(C)(C)C\n", "\"C(C)(C)(C)(C)C\", character 1: C cannot have 5 bonds")]
    public void Read_OfALineThatIsNotAMolecule_SaysWhichAndWhy(string text, string received)
    {
        var error = Assert.Throws<DataException>(() => Read(text));

        Assert.Equal(
            $"The line is not a valid molecule.\nWhere: {folder["own.smi"]}, molecule 2\n"
            + $"Expected: a SMILES string, optionally followed by a space or tab and a name\nReceived: {received}\n"
            + "Fix: Correct or remove the line.",
            error.Message);
    }

    [Fact]
    public void Read_OfAnEmptyFile_IsRejected()
        => Assert.StartsWith("There is no text.", Assert.Throws<DataException>(() => Read("\n")).Message);

    [CachedDataFact("zinc250k")]
    public void Open_Zinc_HasThePublishedParts()
    {
        var splits = new DataCatalogue().Open("zinc250k?count=1000");

        Assert.Equal((1000, 2000, 5000), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal(
            "The setting \"count\" cannot be parsed.",
            Assert.Throws<DataException>(() => new DataCatalogue().Open("zinc250k?count=0")).Problem);
    }

    [CachedDataFact("nci")]
    public void Open_Nci_SkipsTheMoleculeOfMoreThan250Tokens() => Assert.Equal(4998, new DataCatalogue().Read("nci").Count);

    private Dataset Read(string text)
    {
        File.WriteAllText(folder["own.smi"], text);
        return new DataCatalogue().Read(folder["own.smi"]);
    }
}
