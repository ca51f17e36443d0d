namespace Latent.Imaging.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Files_MixedFolder_ListsPicturesInOrdinalOrder()
    {
        foreach (var name in new[] { "b.png", "B.JPG", "a.jpeg", "10.bmp", "9.png", "notes.txt" })
            File.WriteAllText(folder[name], "");
        Directory.CreateDirectory(folder["more.png"]);

        Assert.Equal(["10.bmp", "9.png", "B.JPG", "a.jpeg", "b.png"], ImageFolder.Files(folder.Root).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a.png", true)]
    [InlineData("pictures/B.JPG", true)]
    [InlineData("c.jpeg", true)]
    [InlineData("d.bmp", true)]
    [InlineData("notes.txt", false)]
    [InlineData("png", false)]
    public void IsPicture_Name_GoesByItsEnding(string path, bool expected) => Assert.Equal(expected, ImageFolder.IsPicture(path));

    [Fact]
    public void Files_NoPicture_Throws()
    {
        File.WriteAllText(folder["notes.txt"], "");
        var exception = Assert.Throws<ImageException>(() => ImageFolder.Files(folder.Root));

        Assert.Equal(
            $"The folder holds no pictures.\nWhere: {folder.Root}\nExpected: files that end in .png, .jpg, .jpeg or .bmp\nReceived: none among 1 files\nCure: Check the folder; pictures in subfolders do not count.",
            exception.Message);
    }

    [Fact]
    public void Files_MissingFolder_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageFolder.Files(folder["none"]));

        Assert.StartsWith($"There is no such file or folder.\nWhere: {folder["none"]}\n", exception.Message);
    }

    public void Dispose() => folder.Dispose();
}
