using Latent.Bundles;
using Latent.Imaging;
using Latent.Sequences;
using Latent.Tests;

namespace Latent.Files.Tests;

public sealed class RowFileTests : IDisposable
{
    private static readonly RowSpec Numbers = new(2, null, null);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_TheSameRowsInAnyFormat_GivesTheSameRows()
    {
        NpyFile.Write(folder["rows.npy"], [1, 2, 3, 4], 2, 2);
        NpyFile.Write(folder["row.npy"], [1, 2], 2);
        string[] files =
        [
            folder["rows.npy"],
            folder.Write("rows.csv", "1,2\n3,4\n"),
            folder.Write("rows.tsv", "1\t2\n3\t4\n"),
            folder.Write("rows.txt", "1,2\n3,4\n"),
            folder.Write("rows.csv.gz", ArchiveBytes.Gzip("1,2\n3,4\n"u8.ToArray())),
            ParquetBytes.Write(folder["rows.parquet"], [("a", new[] { 1, 3 }), ("b", new[] { 2f, 4f })]),
        ];

        Assert.All(files, file => Assert.Equal([1, 2, 3, 4], Rows(file, Numbers)));
        Assert.Equal([1, 2], Rows(folder["row.npy"], Numbers));
    }

    [Theory]
    [InlineData("lines.txt")]
    [InlineData("lines.txt.gz")]
    public void Open_TextForAModelOfTexts_GivesTokens(string name)
    {
        var text = "One two\none\n"u8.ToArray();
        var path = folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? ArchiveBytes.Gzip(text) : text);
        var spec = new RowSpec(3, null, null, null, new TokenVocabulary("words", [.. TokenVocabulary.Special, "one", "two"]));

        Assert.Equal([4, 5, TokenVocabulary.End, 4, TokenVocabulary.End, TokenVocabulary.Pad], Rows(path, spec));
    }

    [Fact]
    public void Open_FolderOfImages_NamesEveryRow()
    {
        var shape = new ImageShape(1, 1, 2);
        ImageTensor.SavePng(folder["b.png"], [0, 1], shape);
        ImageTensor.SavePng(folder["a.png"], [1, 0], shape);

        var chunk = Assert.Single(RowFile.Open(folder.Path, new(2, shape, null)).Read());

        Assert.Equal([1, 0, 0, 1], chunk.Values.ToArray());
        Assert.Equal(["a.png", "b.png"], chunk.Names!.Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a.dat", "The file format is unknown.")]
    [InlineData("a.smi", "The input is text, but the model does not take texts.")]
    [InlineData("a.png", "The input is an image, but the model does not take images.")]
    [InlineData("a.npy", "This is not a .npy file.")]
    public void Open_FileThatTheModelDoesNotTake_IsRejected(string name, string problem) => Assert.Equal(
        problem, Assert.Throws<DataException>(() => RowFile.Open(folder.Write(name, "x"), Numbers)).Problem);

    [Fact]
    public void Open_ArrayOfAnotherSize_IsRejected()
    {
        NpyFile.Write(folder["rows.npy"], [1, 2, 3], 1, 3);

        var error = Assert.Throws<DataException>(() => RowFile.Open(folder["rows.npy"], Numbers));

        Assert.Equal("The rows do not match the model.", error.Problem);
        Assert.Equal(("rows of 2 numbers", "rows of shape [3]"), (error.Expected, error.Received));
    }

    [Fact]
    public void Open_ArrayForAModelOfCategories_IsRejected()
    {
        NpyFile.Write(folder["rows.npy"], [1, 2], 1, 2);
        var spec = Numbers with { CategoricalColumns = new CategoryVocabulary([new(1, ["tcp"])]) };

        Assert.Equal("The array has no categories.", Assert.Throws<DataException>(() => RowFile.Open(folder["rows.npy"], spec)).Problem);
    }

    [Fact]
    public void Read_ColumnsBeyondTheModels_AreNoted()
    {
        var notes = new List<string>();
        var path = folder.Write("t.csv", "1,tcp,5\n");
        var spec = new RowSpec(2, null, null, new CategoryVocabulary([new(1, ["tcp"])]));

        Assert.Equal([1, 1], RowFile.Open(path, spec, new() { Note = notes.Add }).Read().Single().Values.ToArray());
        Assert.Equal([$"{path} has 3 columns: the first 2 are used, the others are ignored."], notes);
    }

    private static float[] Rows(string path, RowSpec spec)
        => [.. RowFile.Open(path, spec).Read().SelectMany(chunk => chunk.Values.ToArray())];
}
